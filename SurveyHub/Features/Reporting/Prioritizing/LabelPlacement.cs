namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>What is to be written beside a point.</summary>
/// <param name="X">The point.</param>
/// <param name="Y">The point.</param>
/// <param name="Texts">What may be written, what is liked best first.</param>
public sealed record LabelWish(double X, double Y, IReadOnlyList<string> Texts);

/// <summary>What is written, and where.</summary>
/// <param name="Point">Which wish it fulfils.</param>
/// <param name="Text">One of its texts.</param>
/// <param name="Box">Nothing else is in there.</param>
public sealed record PlacedLabel(int Point, string Text, Box Box)
{
    /// <summary>Which end of the text stands where it begins to be measured: nearest to the point, for it may be narrower than its box.</summary>
    public string Anchor { get; init; } = "start";

    public double X => Anchor switch { "start" => Box.Left, "end" => Box.Right, _ => Box.Left + Box.Width / 2 };
}

/// <summary>
/// Writes beside points so that nothing covers anything: no two labels, no label a point, and no label nearer to another point than to its own. Who comes first chooses first; where the longer
/// text finds no room the shorter one is tried, and where that does not either, nothing is written and the table has it.
/// </summary>
public static class LabelPlacement
{
    /// <summary>Half of a point's width.</summary>
    public const double Reach = 6;

    private static readonly bool?[] Anywhere = [null];

    private const double Height = 15;
    private const double Gap = 3;

    // Right of the point, left of it, above, below, a little aside, and the corners.
    private static readonly (double X, double Y)[] Sides = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -0.5), (1, 0.5), (-1, -0.5), (-1, 0.5), (1, -1), (1, 1), (-1, -1), (-1, 1)];

    /// <param name="wishes">The points, the most important first.</param>
    /// <param name="area">Where labels may be.</param>
    /// <param name="taken">What is there already.</param>
    /// <param name="avoided">What is written across only where there is no other room for the text: lines.</param>
    public static IReadOnlyList<PlacedLabel> Place(IReadOnlyList<LabelWish> wishes, Box area, IEnumerable<Box> taken, params Box[] avoided)
    {
        var points = wishes.Select(w => Box.Around(w.X, w.Y, Reach)).ToArray();
        List<Box> obstacles = [.. taken, .. points];
        var placed = new List<PlacedLabel>();
        foreach (var (index, wish) in wishes.Index())
        {
            var found = from text in wish.Texts
                        let width = TextWidth.Of(text)
                        // A number is so short that it is better beside its point than off a line.
                        from isAcross in text.All(char.IsAsciiDigit) ? Anywhere : (bool?[])[false, true]
                        from side in Sides
                        let box = Beside(wish, side, width)
                        where box.IsWithin(area) && (isAcross is null || avoided.Any(box.Overlaps) == isAcross) && !obstacles.Any(box.Overlaps) && IsNearest(box, index)
                        select new PlacedLabel(index, text, box) { Anchor = side.X switch { > 0 => "start", < 0 => "end", _ => "middle" } };
            if (found.FirstOrDefault() is not { } label) continue;
            placed.Add(label);
            obstacles.Add(label.Box);
        }
        return placed;

        bool IsNearest(Box label, int own)
        {
            var distance = label.DistanceTo(wishes[own].X, wishes[own].Y);
            return wishes.Index().All(w => w.Index == own || label.DistanceTo(w.Item.X, w.Item.Y) >= distance);
        }
    }

    private static Box Beside(LabelWish wish, (double X, double Y) side, double width)
    {
        var (away, level) = (Reach + Gap, Height / 2);
        var isAside = Math.Abs(side.Y) < 1;
        var x = side.X switch { > 0 => wish.X + (isAside ? away : Gap), < 0 => wish.X - width - (isAside ? away : Gap), _ => wish.X - width / 2 };
        var y = isAside ? wish.Y - level + side.Y * Height : side.Y > 0 ? wish.Y + away : wish.Y - away - Height;
        return new(x, y, width, Height);
    }
}
