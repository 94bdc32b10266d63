using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using SurveyHub.Data;

namespace SurveyHub.Shell.Starting;

/// <summary>What to tell the person at the machine when the start failed for a reason that they can do something about.</summary>
public static class StartRefusal
{
    public const int ExitCode = 2;

    private const string Server = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>The lines to print. Null for a fault of our own: that one shall end with everything that is known of it.</summary>
    public static IReadOnlyList<string>? Of(Exception error) => error switch
    {
        StartRefusedException refused => refused.Lines,
        MigrationRefusedException refused => [$"SurveyHub does not start: {refused.Message}"],
        DbException unusable => [$"SurveyHub does not start, because its database cannot be used: {unusable.Message}"],
        InvalidDataException or FormatException when IsOfConfiguration(error) => ["SurveyHub does not start, because its configuration cannot be read:", $"  {WithCauses(error)}"],
        IOException { InnerException: AddressInUseException } busy => [InUse(busy.Message)],
        _ when Has<SocketException>(error) || IsOfServer(error) => [$"SurveyHub does not start, because it cannot listen where it was told to: {WithCauses(error)}"],
        IOException or UnauthorizedAccessException or CryptographicException => [$"SurveyHub does not start: {error.Message}"],
        _ => null,
    };

    /// <summary>Prints them, and gives the exit code.</summary>
    public static int Tell(Exception error, TextWriter console)
    {
        foreach (var line in Of(error) ?? [error.ToString()]) console.WriteLine(line);
        return ExitCode;
    }

    private static string InUse(string message)
    {
        // "Failed to bind to address http://127.0.0.1:5080: address already in use."
        var address = message.Split(' ').FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal))?.TrimEnd(':', '.', ',') ?? "";
        if (!Uri.TryCreate(address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var site))
            return $"SurveyHub does not start: {message}";
        var next = site.Port < ushort.MaxValue ? site.Port + 1 : site.Port - 1;
        return $"SurveyHub does not start: port {site.Port} is in use by another program. Choose another, as in --urls {address[..address.LastIndexOf(':')]}:{next}";
    }

    private static bool IsOfConfiguration(Exception error) => error.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true;

    private static bool IsOfServer(Exception error) =>
        error is InvalidOperationException or FormatException or NotSupportedException && error.Source?.StartsWith(Server, StringComparison.Ordinal) == true;

    private static bool Has<T>(Exception error) where T : Exception => Causes(error).Any(cause => cause is T);

    private static string WithCauses(Exception error) =>
        string.Join(' ', Causes(error).Where(cause => cause is not AggregateException).Select(cause => cause.Message).Distinct(StringComparer.Ordinal));

    private static IEnumerable<Exception> Causes(Exception error) => error switch
    {
        AggregateException { InnerExceptions: var all } => all.SelectMany(Causes).Prepend(error),
        { InnerException: { } inner } => Causes(inner).Prepend(error),
        _ => [error],
    };
}
