using System.Globalization;
using SurveyHub.Statistics.Importance;
using SurveyHub.Statistics.Scores;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>The patterns of one edition in the terms of <see cref="Statistics"/>.</summary>
internal sealed class JointPatterns(Edition edition, IEnumerable<JointRow> rows)
{
    private readonly ILookup<string, (int?[] Codes, int N)> _rows = rows.ToLookup(r => r.Items, r => (Read(r.Codes), r.N));

    public Edition Edition => edition;

    /// <summary>The cross table of a service's main rating and the overall one; empty where the overall question is not asked.</summary>
    public IReadOnlyList<CodePair> WithOverall(JointItems items) => items.Overall is null
        ? []
        : [.. from row in _rows[items.Key]
              where row.Codes[^1] is not null
              group row.N by (Main: row.Codes[0]!.Value, Overall: row.Codes[^1]!.Value) into cell
              orderby cell.Key
              select new CodePair(cell.Key.Main, cell.Key.Overall, cell.Sum())];

    /// <summary>The main rating and then all further ones, of the people who gave every one of them.</summary>
    public IReadOnlyList<RatingPattern> Complete(JointItems items) =>
        [.. from row in _rows[items.Key]
            let codes = row.Codes[..(1 + items.Aspects.Count)]
            where codes.All(c => c is not null)
            group row.N by string.Join(',', codes) into pattern
            orderby pattern.Key
            select new RatingPattern([.. Read(pattern.Key).Select(c => c!.Value)], pattern.Sum())];

    /// <summary>One for everybody who gave all three ratings.</summary>
    public IReadOnlyList<Expectation> Triples(GapItems items) =>
        [.. from row in _rows[items.Key]
            from person in Enumerable.Repeat(new Expectation(row.Codes[0]!.Value, row.Codes[1]!.Value, row.Codes[2]!.Value), row.N)
            select person];

    private static int?[] Read(string codes) => [.. codes.Split(',').Select(c => c.Length == 0 ? (int?)null : int.Parse(c, CultureInfo.InvariantCulture))];
}
