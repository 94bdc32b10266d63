namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>A rectangle of a drawing.</summary>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool IsWithin(Box other) => Left >= other.Left && Right <= other.Right && Top >= other.Top && Bottom <= other.Bottom;

    public static Box Around(double x, double y, double reach) => new(x - reach, y - reach, 2 * reach, 2 * reach);
}
