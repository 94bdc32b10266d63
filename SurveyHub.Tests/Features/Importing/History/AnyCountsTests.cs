using System.Globalization;
using System.Text;
using SurveyHub.Features.Importing.History;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>Whatever counts somebody writes down: what the preview finds right can be stored and reported.</summary>
public sealed class AnyCountsTests() : HistoryTest(TestServer.Sqlite)
{
    private const int Files = 130, FirstYear = 1970;

    private readonly Random _random = new(20150301);

    [Test]
    public async Task What_the_preview_takes_is_imported()
    {
        Clock.Now = new(FirstYear + Files, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (ready, refused) = (0, 0);
        for (var n = 0; n < Files; n++)
        {
            var file = AFile(FirstYear + n);
            if (await PreviewAsync(file) is HistoryOutcome.Refused)
            {
                refused++;
                continue;
            }
            ready++;
            Assert.That(await ExecuteAsync(file), Is.TypeOf<HistoryOutcome.Imported>(), file);
        }
        Assert.That(ready, Is.GreaterThan(20));
        Assert.That(refused, Is.GreaterThan(20));
    }

    /// <summary>One service by all customers and by roles, its numbers of people in any of its rows, and now and then one that contradicts.</summary>
    private string AFile(int year)
    {
        var file = new StringBuilder("survey,year,service_code,group_attribute,group_value,n_invited,n_responses,n_valid,favourable_count,c1,c2,c3,c4,c5\n");
        foreach (var (group, most) in new[] { (",", 40), ("role,doctor", 14), ("role,nurse", 14) })
            foreach (var service in new[] { "printing", "payroll" })
            {
                var (invited, responses) = (_random.Next(5 * most, 7 * most), _random.Next(3 * most, 6 * most));
                var people = $"{(_random.Next(3) == 0 ? Text(invited) : "")},{(_random.Next(3) == 0 ? Text(responses) : "")}";
                int[] points = [.. Enumerable.Range(0, 5).Select(_ => _random.Next(most / 3, most))];
                var counts = _random.Next(2) == 0 ? $",,{string.Join(",", points)}" : $"{points.Sum()},{points[3] + points[4]},,,,,";
                file.Append(CultureInfo.InvariantCulture, $"{Survey},{year},{service},{group},{people},{counts}\n");
            }
        return file.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
