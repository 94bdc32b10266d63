using SurveyHub.Features.Exporting.Sav;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Exporting.Spss;

/// <summary>What another program makes of the format at its limits.</summary>
[Category(Pspp.Category)]
public sealed class SavReadByPsppTests
{
    private static readonly SavVariable Score = new()
    {
        Name = "wifi.overall", Label = "WLAN: Wie gut ist es für Sie?", Format = SavFormat.Number(2), Measure = SavMeasure.Ordinal,
        ValueLabels = [new(1, "sehr schlecht"), new(5, "ausgezeichnet"), new(-8, "لا أستطيع الحكم"), new(-9, "keine Antwort")], Missing = [-8, -9],
    };

    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Labels_measure_and_missing_values_arrive_with_umlauts_and_in_Arabic()
    {
        var file = await WriteAsync([Score], [[5], [1], [-8], [-9], [null]]);

        var said = await Pspp.RunAsync(_folder, $"get file='{file}'.\ndisplay dictionary.\nfrequencies wifi_overall.\n");

        Assert.That(said, Does.Contain("wifi_overall,1,WLAN: Wie gut ist es für Sie?,Ordinal,Input,8,Right,F2.0,F2.0,-8; -9")
            .And.Contain("لا أستطيع الحكم").And.Contain("ausgezeichnet")
            .And.Contain("N,Valid,2\n,Missing,3"));
    }

    [Test]
    public async Task Labels_longer_than_SPSS_takes_are_cut_between_characters()
    {
        var value = string.Concat(Enumerable.Repeat("ä", 70));
        var variable = string.Concat(Enumerable.Repeat("لا ", 100));
        var file = await WriteAsync([Score with { Label = variable, ValueLabels = [new(5, value)] }], [[5]]);

        var said = await Pspp.RunAsync(_folder, $"get file='{file}'.\ndisplay dictionary.\n");

        Assert.That(said, Does.Contain($",{value[..60]}\n").And.Not.Contain(value[..61]).And.Not.Contain("\uFFFD"));
        Assert.That(said, Does.Contain(variable[..(2 * 51 + 49)].TrimEnd()).And.Not.Contain(variable[..(2 * 51 + 53)]));
    }

    [Test]
    public async Task Names_that_collide_or_are_too_long_or_look_like_short_names_stay_apart()
    {
        string[] keys = ["a.b", "a_b", "A.B", "v2", "v1", new string('x', 200) + "1", new string('x', 200) + "2", "with"];

        var csv = await Pspp.ToCsvAsync(await WriteAsync([.. keys.Select(k => Score with { Name = k, Missing = [], ValueLabels = [] })], [[1, 2, 3, 4, 5, 6, 7, 8]]));

        Assert.That(csv, Is.EqualTo($"{string.Join(',', SavNames.Of(keys))}\n1,2,3,4,5,6,7,8\n"));
    }

    [Test]
    public async Task Cases_are_read_to_the_end_though_nobody_counted_them()
    {
        var file = await WriteAsync([Score], [.. Enumerable.Range(0, 1001).Select(i => new double?[] { i % 5 + 1 })], counted: false);

        Assert.That((await Pspp.ToCsvAsync(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1002));
    }

    [Test]
    public async Task Texts_days_and_fractions_arrive()
    {
        SavVariable[] variables =
        [
            new() { Name = "person", Format = SavFormat.Text(200), Measure = SavMeasure.Nominal },
            new() { Name = "day", Format = SavFormat.Day, Measure = SavMeasure.Scale },
            new() { Name = "years", Format = SavFormat.Number(10, 2), Measure = SavMeasure.Scale },
        ];
        var file = Path.Combine(_folder, "texts.sav");
        await using (var stream = File.Create(file))
        {
            var sav = SavWriter.To(stream, new() { Label = "", Software = "SurveyHub", Day = new(2025, 3, 31), Cases = 2, Variables = variables, Documents = ["Wörter " + new string('ü', 90), "zweite Zeile"] });
            sav.Write("مريم-" + new string('é', 60));
            sav.Write(new DateOnly(2025, 3, 7));
            sav.Write(2.25);
            await sav.EndCaseAsync();
            sav.Write((string?)null);
            sav.Write((DateOnly?)null);
            sav.Write(double.NaN);
            await sav.EndCaseAsync();
            await sav.CompleteAsync();
        }

        var csv = await Pspp.ToCsvAsync(file);
        var said = await Pspp.RunAsync(_folder, $"get file='{file}'.\ndisplay documents.\n");

        Assert.That(csv.Split('\n')[1..3], Is.EqualTo([$"مريم-{new string('é', 60)},03/07/2025,2.25", ", , "]));
        Assert.That(said, Does.Contain("Wörter").And.Contain("zweite Zeile"));
    }

    private async Task<string> WriteAsync(IReadOnlyList<SavVariable> variables, IReadOnlyList<double?[]> cases, bool counted = true)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.sav");
        await using var stream = File.Create(file);
        var sav = SavWriter.To(stream, new() { Label = "Zufriedenheit", Software = "SurveyHub", Day = new(2025, 3, 31), Cases = counted ? cases.Count : null, Variables = variables });
        foreach (var values in cases)
        {
            foreach (var value in values) sav.Write(value);
            await sav.EndCaseAsync();
        }
        await sav.CompleteAsync();
        return file;
    }
}
