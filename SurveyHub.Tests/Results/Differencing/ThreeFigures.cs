using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>
/// Adds and takes off any three figures of one rating, of pages and of the file of single responses, and looks who is left: it knows who
/// answered, and counts whoever is in the result other than as often as everybody.
/// </summary>
internal sealed class ThreeFigures
{
    private readonly (string Department, string Role, int People)[] _people;
    private readonly List<bool[]> _figures = [];

    public ThreeFigures(EditionReport report, IReadOnlyList<IReadOnlyDictionary<string, string>> wide, IEnumerable<Person> people, string rating)
    {
        var item = report.Edition.Items.All.First(i => i.ReportKey == rating);
        _people = [.. people.Where(p => p.Codes.Any(c => c.Item == item.Key && c.Code > 0)).GroupBy(p => (Code(p, "group.department"), Code(p, "group.role"))).Select(g => (g.Key.Item1, g.Key.Item2, g.Count()))];
        Add(_ => true);
        foreach (var row in report.Rows(SegmentRow.Table).Where(r => r.Item == rating && r is { IsHidden: false, Valid: > 0 }))
        {
            var code = $"{report.Edition.Questionnaire.Groups.First(g => g.Key == row.Attribute).Options.FirstOrDefault(o => o.Key == row.SegmentKey)?.Code}";
            if (code.Length > 0) Add(p => Of(p, row.Attribute) == code, row.Valid);
            else Add(p => !Known(report, row.Attribute, people).Contains(Of(p, row.Attribute)), row.Valid);
        }
        foreach (var crowd in wide.Where(r => r[item.Key].Length > 0 && r[item.Key][0] != '-').GroupBy(r => (Department: r["group.department"], Role: r["group.role"])))
            Add(p => Shown(wide, p.Department, "group.department") == crowd.Key.Department && Shown(wide, p.Role, "group.role") == crowd.Key.Role, crowd.Count());
    }

    public int Figures => _figures.Count;

    /// <summary>The fewest people, if any, whom up to three figures single out.</summary>
    public int Fewest()
    {
        var fewest = 0;
        int[] signs = [1, -1];
        for (var a = 0; a < _figures.Count; a++)
            for (var b = a; b < _figures.Count; b++)
                for (var c = b; c < _figures.Count; c++)
                    foreach (var second in signs)
                        foreach (var third in signs)
                        {
                            var left = 0;
                            for (var i = 0; i < _people.Length; i++)
                                if ((_figures[a][i] ? 1 : 0) + (_figures[b][i] ? second : 0) + (_figures[c][i] ? third : 0) != 0) left += _people[i].People;
                            if (left > 0 && (fewest == 0 || left < fewest)) fewest = left;
                        }
        return fewest;
    }

    private void Add(Func<(string Department, string Role, int People), bool> has, int? published = null)
    {
        bool[] members = [.. _people.Select(has)];
        if (published is { } number)
            Assert.That(_people.Zip(members).Where(p => p.Second).Sum(p => p.First.People), Is.EqualTo(number), "the test knows whose figure it is");
        _figures.Add(members);
    }

    private static string Of((string Department, string Role, int People) person, string attribute) => attribute == "department" ? person.Department : person.Role;

    private static HashSet<string> Known(EditionReport report, string attribute, IEnumerable<Person> people)
    {
        var few = report.Edition.Questionnaire.Anonymity == Anonymity.Anonymous ? report.Edition.Questionnaire.MinimumAnswers : 1;
        return [.. people.GroupBy(p => Code(p, $"group.{attribute}")).Where(g => g.Key.Length > 0 && g.Count() >= few).Select(g => g.Key)];
    }

    private static string Shown(IEnumerable<IReadOnlyDictionary<string, string>> wide, string code, string column) => wide.Any(r => r[column] == code) ? code : "";

    private static string Code(Person person, string item) => person.Codes.Where(c => c.Item == item).Select(c => $"{c.Code}").FirstOrDefault("");
}
