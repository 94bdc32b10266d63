using System.Globalization;

namespace SurveyHub.Benchmarks.Demonstration.Joint;

/// <summary>The CSV files of the demonstration's second survey, made from the tables in <see cref="Meridian"/> and the comments beside it: the same bytes every time.</summary>
public static class JointFiles
{
    public const string Folder = "joint-services";

    /// <returns>File name and content, in the order in which they are written. RFC 4180, UTF-8, LF.</returns>
    public static IEnumerable<(string Name, string Content)> All()
    {
        foreach (var year in Meridian.Years)
        {
            var list = Customers.List(year);
            yield return ($"frame-{Text(year)}.csv", CsvText.Of(["site", "role", "disposition"], list.Select(p => new[] { p.Site.Key, p.Role, p.Disposition })));
            yield return ($"responses-{Text(year)}.csv", ResponsesFile(year, Customers.Of(year, list)));
        }
    }

    private static string ResponsesFile(int year, IReadOnlyList<Customer> customers)
    {
        JointAnswers.Fill(year, customers);
        JointComments.Fill(year, customers);
        string[] asked = [JointAnswers.Overall, JointAnswers.Minimum, JointAnswers.Wish, JointAnswers.Problem, JointAnswers.Comment];
        string[] items =
        [
            .. Meridian.Services.Where(s => s.IsOfferedIn(year)).SelectMany(s => asked.Select(q => $"{s.Key}.{q}")),
            JointAnswers.Overall, JointAnswers.Requests, JointAnswers.Channel, JointAnswers.OneWish,
        ];
        return CsvText.Of(
            ["respondent", "date", "language", "complete", "site", "role", .. items],
            customers.Select((c, i) => (string[])
            [
                Text(i + 1), c.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Language, c.IsComplete ? "1" : "0", c.Person.Site.Key, c.Person.Role, .. items.Select(item => c[item]),
            ]));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
