namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>A rectangle of a drawing.</summary>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>From its nearest edge; 0 within it.</summary>
    public double DistanceTo(double x, double y)
    {
        var (aside, off) = (Math.Max(0, Math.Max(Left - x, x - Right)), Math.Max(0, Math.Max(Top - y, y - Bottom)));
        return Math.Sqrt(aside * aside + off * off);
    }

    public bool IsWithin(Box other) => Left >= other.Left && Right <= other.Right && Top >= other.Top && Bottom <= other.Bottom;

    public static Box Around(double x, double y, double reach) => new(x - reach, y - reach, 2 * reach, 2 * reach);
}
