using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>
/// Adds and takes off any three figures of one rating, of pages, small groups together among them, and of the file of single responses, and looks who is left: it knows who
/// answered, and counts whoever is in the result other than as often as everybody.
/// </summary>
internal sealed class ThreeFigures
{
    private readonly EditionReport _report;
    private readonly string[] _attributes;
    private readonly (string[] Groups, int People)[] _people;
    private readonly HashSet<string>[] _known;
    private readonly List<bool[]> _figures = [];

    public ThreeFigures(EditionReport report, IReadOnlyList<IReadOnlyDictionary<string, string>> wide, IEnumerable<Person> people, string rating)
    {
        _report = report;
        _attributes = [.. report.Edition.Questionnaire.Groups.Select(g => g.Key)];
        _known = [.. _attributes.Select(a => Known(people, a))];
        var item = report.Edition.Items.All.First(i => i.ReportKey == rating);
        _people = [.. people.Where(p => p.Codes.Any(c => c.Item == item.Key && c.Code > 0)).GroupBy(p => string.Join('/', GroupsOf(p))).Select(g => (GroupsOf(g.First()), g.Count()))];
        Add(_ => true);
        foreach (var row in report.Rows(SegmentRow.Table).Where(r => r.Item == rating && r is { IsHidden: false, Valid: > 0 })) Add(p => ValueOf(p, row.Attribute) == row.SegmentKey, row.Valid);
        foreach (var row in report.Rows(PooledRow.Table).Where(r => r.Item == rating))
        {
            var members = row.Members.Split(' ').Select(m => m == PooledRow.NotKnown ? "" : m).ToHashSet();
            Add(p => members.Contains(ValueOf(p, row.Attribute)), row.Valid);
        }
        foreach (var crowd in wide.Where(r => r[item.Key].Length > 0 && r[item.Key][0] != '-').GroupBy(r => string.Join('/', _attributes.Select(a => r[$"group.{a}"]))))
            Add(p => string.Join('/', _attributes.Index().Select(a => wide.Any(r => r[$"group.{a.Item}"] == p[a.Index]) ? p[a.Index] : "")) == crowd.Key, crowd.Count());
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

    private void Add(Func<string[], bool> has, int? published = null)
    {
        bool[] members = [.. _people.Select(p => has(p.Groups))];
        if (published is { } number)
            Assert.That(_people.Zip(members).Where(p => p.Second).Sum(p => p.First.People), Is.EqualTo(number), "the test knows whose figure it is");
        _figures.Add(members);
    }

    /// <summary>The key under which the report counts somebody with these codes.</summary>
    private string ValueOf(string[] codes, string attribute)
    {
        var at = Array.IndexOf(_attributes, attribute);
        return _known[at].Contains(codes[at]) ? _report.Edition.Questionnaire.Groups[at].Options.First(o => $"{o.Code}" == codes[at]).Key : "";
    }

    private HashSet<string> Known(IEnumerable<Person> people, string attribute)
    {
        var few = _report.Edition.Questionnaire.Anonymity == Anonymity.Anonymous ? _report.Edition.Questionnaire.MinimumAnswers : 1;
        return [.. people.GroupBy(p => Code(p, $"group.{attribute}")).Where(g => g.Key.Length > 0 && g.Count() >= few).Select(g => g.Key)];
    }

    private string[] GroupsOf(Person person) => [.. _attributes.Select(a => Code(person, $"group.{a}"))];

    private static string Code(Person person, string item) => person.Codes.Where(c => c.Item == item).Select(c => $"{c.Code}").FirstOrDefault("");
}
