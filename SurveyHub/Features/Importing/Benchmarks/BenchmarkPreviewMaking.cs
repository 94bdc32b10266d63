using System.Globalization;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Holds the rows of benchmark files against one of our editions, and against what is stored already.</summary>
internal static class BenchmarkPreviewMaking
{
    public static BenchmarkPreview Of(Edition edition, ReadBenchmark read, IReadOnlyList<BenchmarkFigure> stored)
    {
        var ours = ComparableQuestion.ComparedOf(edition).Select(q => q.Question).DistinctBy(q => (q.Concept, q.Dimension)).ToDictionary(q => (q.Concept, q.Dimension));
        var asked = edition.Items.All.Where(i => i.Kind == ItemKind.Rating).Select(i => (i.Service ?? ComparableQuestion.AllServices, i.Question)).ToHashSet();
        var bySource = read.Figures.ToLookup(f => (f.OrgId, f.Year));
        var byUse = read.Figures.ToLookup(f => IsCompared(f, ours, asked));
        var kept = byUse[false].ToLookup(f => (f.OrgId, f.Year));
        var ofAll = byUse[true].Select(f => (Figure: f, Why: WhyNot(f, ours))).ToArray();
        var compared = ofAll.Where(f => f.Why is null).ToLookup(f => (f.Figure.OrgId, f.Figure.Year));
        return new(
            edition.Questionnaire.Title.In(edition.Questionnaire.Languages[0]), edition.Year,
            [.. from source in read.Sources
                orderby source.Name.ToUpperInvariant(), source.OrgId, source.Year descending
                let figures = bySource[(source.OrgId, source.Year)].ToArray()
                select new SourcePreview(source, figures.Length, compared[(source.OrgId, source.Year)].Count(), kept[(source.OrgId, source.Year)].Count())],
            [.. from one in ofAll
                where one.Why is not null
                group one.Figure.OrgId by (one.Figure.Concept, one.Figure.Dimension, one.Why) into same
                orderby same.Key.Concept, same.Key.Dimension, same.Key.Why
                select new UnlikeFigure(same.Key.Concept, same.Key.Dimension, same.Key.Why!, same.Distinct().Count())],
            [.. Notes(read, stored)]);
    }

    /// <summary>Of all customers, and no further question of ours: only each service's own rating is compared, and the overall question.</summary>
    private static bool IsCompared(BenchmarkFigure figure, Dictionary<(string, string), ComparableQuestion> ours, HashSet<(string, string)> asked) =>
        figure.CustomerGroup == ComparableQuestion.AllCustomers && (ours.ContainsKey((figure.Concept, figure.Dimension)) || !asked.Contains((figure.Concept, figure.Dimension)));

    private static string? WhyNot(BenchmarkFigure figure, Dictionary<(string, string), ComparableQuestion> ours) =>
        !ours.TryGetValue((figure.Concept, figure.Dimension), out var question) ? "we do not ask this" : question.FitOf(figure) switch
        {
            QuestionFit.Same => null,
            QuestionFit.OtherScale => "another scale than ours",
            _ => "another wording than ours",
        };

    private static IEnumerable<string> Notes(ReadBenchmark read, IReadOnlyList<BenchmarkFigure> stored)
    {
        if (read.Own > 0)
            yield return $"{Rows(read.Own)} of your own organisation {(read.Own == 1 ? "is" : "are")} left out: it is never compared with itself.";
        if (read.WithoutNumber > 0)
            yield return $"{Rows(read.WithoutNumber)} without a number {(read.WithoutNumber == 1 ? "is" : "are")} left out: where few people are nearly all of one opinion, a file says only “over 95 %” or “under 5 %”.";
        if (read.TooSmall > 0)
            yield return $"{Rows(read.TooSmall)} with fewer than {BenchmarkLine.FewestAnswers} answers {(read.TooSmall == 1 ? "is" : "are")} left out.";
        if (read.NotCounted > 0)
            yield return $"{Rows(read.NotCounted)} {(read.NotCounted == 1 ? "has a share that its" : "have shares that their")} organisation weighted or averaged (“method_note”); yours are counted, and are compared with them as they are told.";
        var codes = read.Sources.Select(s => s.OrgId).ToHashSet(OrganisationCodes.Same);
        foreach (var code in stored.Select(f => f.OrgId).Distinct())
            if (codes.TryGetValue(code, out var written) && written != code)
                yield return $"{CellReader.Shown(written)} is stored as {CellReader.Shown(code)}: it is one organisation, and is called {CellReader.Shown(written)} from now on.";
        var now = read.Figures.Select(f => f.Key).ToHashSet();
        if (stored.Count(f => now.Contains(f.Key)) is > 0 and var replaced)
            yield return $"{Rows(replaced)} stored before {(replaced == 1 ? "is" : "are")} replaced: the same organisation, year, service, question and customer group.";
        var years = read.Figures.Select(f => (OrganisationCodes.Key(f.OrgId), f.Year)).ToHashSet();
        if (stored.Count(f => years.Contains((OrganisationCodes.Key(f.OrgId), f.Year)) && !now.Contains(f.Key)) is > 0 and var staying)
            yield return $"{Rows(staying)} of the same organisations and years {(staying == 1 ? "is" : "are")} stored and not in these files; {(staying == 1 ? "it stays" : "they stay")}. If {(staying == 1 ? "it is" : "they are")} out of date, remove that year first.";
    }

    /// <summary>"1 row", "1,400 rows".</summary>
    public static string Rows(int count) => count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} rows");
}
