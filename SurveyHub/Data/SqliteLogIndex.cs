using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace SurveyHub.Data;

/// <summary>
/// The index of SQLite's write-ahead log, the file "-shm" beside it: which page each entry of the log holds, in the order of writing,
/// so that the pages of each transaction stand together. Emptying the log leaves the list, whose parts (32 KB, some 4,000 entries each)
/// SQLite clears only when the next log reaches them. There is no statement for it, so it is written over here, through the
/// interface by which SQLite itself comes at it.
/// </summary>
/// <remarks>
/// The form is that of sqlite.org/walformat.html, section 2, the interface that of sqlite.org/c3ref/io_methods.html; both have stood
/// since 2010. The file is never opened for this: closing it would let go of the locks that the whole process has on it.
/// </remarks>
internal static class SqliteLogIndex
{
    private const int FilePointer = 7;
    private const int Format = 3_007_000;
    private const int PartBytes = 32_768;

    // Two copies of the header and what checkpoints note: they tell how far the log goes, and not of what.
    private const int HeaderBytes = 48;
    private const int EntriesInHeader = 16;
    private const int BeforeList = 136;

    private static readonly byte[] Nothing = new byte[PartBytes];

    private delegate int MapPart(nint file, int part, int bytes, int extend, out nint mapped);

    /// <summary>
    /// To be called in a transaction that writes, and has not written yet. Then nobody adds to the log, and while it is empty nobody
    /// looks into its list: whoever reads has the main file alone.
    /// </summary>
    /// <returns>False when the log is not empty.</returns>
    public static bool Clear(SqliteConnection connection)
    {
        Check(FileOf(connection.Handle!.DangerousGetHandle(), 0, FilePointer, out var file));
        // Of the methods a file has, after their version: the thirteenth, counted from closing.
        var map = Marshal.GetDelegateForFunctionPointer<MapPart>(Marshal.ReadIntPtr(Marshal.ReadIntPtr(file), 13 * nint.Size));
        for (var part = 0; Part(map, file, part) is var mapped and not 0; part++)
        {
            if (part == 0 && !IsEmpty(mapped)) return false;
            var from = part == 0 ? BeforeList : 0;
            Marshal.Copy(Nothing, 0, mapped + from, PartBytes - from);
        }
        return true;
    }

    private static bool IsEmpty(nint header)
    {
        if (Marshal.ReadInt32(header) is var format and not Format)
            throw new NotSupportedException($"This SQLite writes the index of its log in form {format}, which is not known.");
        return Marshal.ReadInt32(header, EntriesInHeader) == 0 && Marshal.ReadInt32(header, HeaderBytes + EntriesInHeader) == 0;
    }

    private static nint Part(MapPart map, nint file, int part)
    {
        Check(map(file, part, PartBytes, extend: 0, out var mapped));
        return mapped;
    }

    private static void Check(int result)
    {
        if (result != 0) throw new SqliteException("The index of the log cannot be reached.", result);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    private static extern int FileOf(nint database, nint main, int what, out nint file);
}
