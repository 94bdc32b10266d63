namespace SurveyHub.Features.Exporting.Sav;

/// <summary>How a value is printed: SPSS calls these F, A and SDATE.</summary>
/// <param name="Type">The format's number in the file.</param>
/// <param name="Width">Characters, or bytes of a text.</param>
/// <param name="Decimals">Of a number.</param>
public readonly record struct SavFormat(byte Type, byte Width, byte Decimals)
{
    private const byte A = 1;
    private const byte F = 5;
    private const byte Sdate = 39;

    /// <summary>2025/03/07.</summary>
    public static SavFormat Day { get; } = new(Sdate, 10, 0);

    public static SavFormat Number(int width, int decimals = 0) => new(F, checked((byte)width), checked((byte)decimals));

    public static SavFormat Text(int bytes) => new(A, checked((byte)bytes), 0);

    public bool IsText => Type == A;

    internal int Packed => Type << 16 | Width << 8 | Decimals;
}
