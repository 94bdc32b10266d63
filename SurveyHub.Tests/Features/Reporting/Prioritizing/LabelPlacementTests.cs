using SurveyHub.Features.Reporting.Prioritizing;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;

namespace SurveyHub.Tests.Features.Reporting.Prioritizing;

/// <summary>Nothing that is written in the priority matrix covers anything, however many services there are and however they are called.</summary>
public sealed class LabelPlacementTests
{
    private static readonly (int Width, int Height)[] Sizes = [(900, 520), (340, 400)];

    [Test]
    public void No_two_labels_overlap_and_none_covers_a_point_or_leaves_the_chart([Values(1, 2, 12, 40, 300)] int services, [Values(1, 2, 3)] int seed, [Values] bool longNames, [Values] bool crowded)
    {
        foreach (var (width, height) in Sizes)
        {
            var lines = Lines(services, seed, longNames, crowded);
            var geometry = new ScatterGeometry(lines, width, height);
            Box[] boxes = [.. geometry.Labels.Select(l => l.Box), .. geometry.Corners.Select(c => c.Box)];
            var points = lines.Select(l => Box.Around(geometry.PointX(l), geometry.PointY(l), LabelPlacement.Reach)).ToArray();

            Assert.That(boxes.Index().SelectMany(a => boxes.Skip(a.Index + 1).Where(a.Item.Overlaps)), Is.Empty, $"{width}");
            Assert.That(geometry.Labels.SelectMany(l => points.Where(l.Box.Overlaps)), Is.Empty, "labels over points");
            Assert.That(geometry.Labels.Where(l => points.Min(p => l.Box.DistanceTo(p.Left + LabelPlacement.Reach, p.Top + LabelPlacement.Reach)) < l.Box.DistanceTo(geometry.PointX(lines[l.Point]), geometry.PointY(lines[l.Point])) - 1e-9), Is.Empty, "nearer to another point");
            Assert.That(geometry.Labels.Where(l => !l.Box.IsWithin(geometry.Area)), Is.Empty, "outside");
            Assert.That(points.Where(p => p.Left < 0 || p.Right > width || p.Top < 0 || p.Bottom > height), Is.Empty, "points outside");
        }
    }

    [Test]
    public void Twelve_services_have_their_names_unless_they_lie_on_each_other_and_a_crowd_still_has_the_first_numbers()
    {
        var twelve = new ScatterGeometry(Lines(12, 1, longNames: false, crowded: false), 900, 520);
        var crowd = new ScatterGeometry(Lines(300, 1, longNames: true, crowded: false), 900, 520);

        Assert.That(twelve.Labels, Has.Count.AtLeast(11).And.All.Matches<PlacedLabel>(l => l!.Text.Contains("Service")));
        Assert.That(crowd.Labels, Has.Count.GreaterThan(60).And.All.Matches<PlacedLabel>(l => l!.Text.All(char.IsDigit)));
        Assert.That(crowd.Labels[0].Point, Is.Zero, "who is to be improved first is labelled first");
    }

    [Test]
    public void Where_the_name_has_no_room_the_number_is_written_and_where_that_has_none_nothing()
    {
        var area = new Box(0, 0, 100, 40);

        var wide = LabelPlacement.Place([new(20, 20, ["1 Name", "1"])], area, []);
        var narrow = LabelPlacement.Place([new(20, 20, ["1 A name that is far too long", "1"])], area, []);
        var none = LabelPlacement.Place([new(20, 20, ["1 Name", "1"])], area, [area]);

        Assert.That((wide.Single().Text, narrow.Single().Text, none), Is.EqualTo(("1 Name", "1", (IReadOnlyList<PlacedLabel>)[])));
    }

    [Test]
    public void A_name_is_written_across_a_line_only_where_there_is_no_other_room_for_it()
    {
        Box line = new(0, 19, 200, 2);

        var beside = LabelPlacement.Place([new(100, 20, ["1 Name", "1"])], new(0, 0, 200, 60), [], line).Single();
        var across = LabelPlacement.Place([new(20, 20, ["1 Name", "1"])], new(0, 10, 200, 20), [], line).Single();

        Assert.That((beside.Text, beside.Box.Overlaps(line)), Is.EqualTo(("1 Name", false)));
        Assert.That((across.Text, across.Box.Overlaps(line)), Is.EqualTo(("1 Name", true)));
    }

    [Test]
    public void A_long_name_ends_in_dots_between_letters_as_they_are_read()
    {
        Assert.That(TextWidth.Shortened("Wi-Fi", 5), Is.EqualTo("Wi-Fi"));
        Assert.That(TextWidth.Shortened("Service desk", 9), Is.EqualTo("Service…"));
        Assert.That(TextWidth.Shortened("👩‍⚕️👩‍⚕️👩‍⚕️", 2), Is.EqualTo("👩‍⚕️…"));
    }

    private static PriorityLine[] Lines(int services, int seed, bool longNames, bool crowded)
    {
        var random = new Random(seed);
        var raw = Enumerable.Range(0, services).Select(i => (
            Share: crowded ? 0.9 + random.NextDouble() / 50 : 0.4 + random.NextDouble() * 0.58,
            Importance: crowded ? 0.5 + random.NextDouble() / 50 : random.NextDouble() * 0.8 - 0.1)).ToArray();
        var matrix = PriorityMatrix.Of([.. raw.Select((r, i) => new PriorityCandidate($"s{i}", new((int)(r.Share * 1000), 1000), 200, r.Importance))])!;
        return [.. matrix.Points.OrderByDescending(p => p.Priority).Select((p, i) => new PriorityLine
        {
            Number = i + 1,
            Name = longNames ? new string('W', 200) : $"Service {p.Service}",
            Figures = new() { Year = 2025, Item = p.Service, Share = p.Share, Display = "shown", State = CellState.Shown },
            Row = new() { Year = 2025, Service = p.Service, Spearman = p.Importance, Quadrant = p.Quadrant, MedianShare = matrix.MedianShare, MedianImportance = matrix.MedianImportance, Display = "shown" },
        })];
    }
}
