namespace SurveyHub.Surveys.Lineage;

/// <summary>
/// How the parts of a survey live through the years, as its latest published edition has it: what was declared in the survey's file and
/// confirmed when that edition was opened. So a wrong line is put right by the next edition, for all years.
/// </summary>
public sealed class SurveyLineage
{
    public static readonly SurveyLineage None = new([]);

    private readonly Dictionary<string, KeyLineage> _groups;

    private SurveyLineage(IReadOnlyList<LineageEdge> edges)
    {
        Edges = edges;
        Services = new(edges.Where(e => e.Service is not null));
        _groups = edges.Where(e => e.Group is not null).GroupBy(e => e.Group!).ToDictionary(g => g.Key, g => new KeyLineage(g));
    }

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<LineageEdge> Edges { get; }

    public KeyLineage Services { get; }

    public KeyLineage Options(string group) => _groups.GetValueOrDefault(group) ?? new([]);

    /// <summary>The rewordings and rescalings of a rating between two editions; those of a scale that it is answered on in either.</summary>
    /// <param name="from">The earlier year, left out.</param>
    /// <param name="to">The later year.</param>
    /// <param name="before">The rating in the earlier edition.</param>
    /// <param name="now">The rating in the later edition.</param>
    public IEnumerable<LineageEdge> OnItem(int from, int to, Item before, Item now) => Edges.Where(e => from < e.Year && e.Year <= to && (
        (now.Service is null ? e.LastQuestion : e.Question) == now.Question
        || (e.Scale is { } scale && (scale == now.Scale?.Key || scale == before.Scale?.Key))));

    /// <param name="editions">The survey's editions; drafts and those that are open say nothing yet.</param>
    public static SurveyLineage Of(IEnumerable<Edition> editions)
    {
        var closed = editions.Where(e => e.Status == EditionStatus.Closed).ToArray();
        return closed.MaxBy(e => e.Year)?.Questionnaire.Lineage is { Count: > 0 } declared
            ? new([.. declared.Where(edge => closed.All(e => !IsContradicted(edge, e.Year, e.Questionnaire))).OrderBy(e => e.Year)])
            : None;
    }

    /// <summary>An edition asks about what had not begun in its year, or had ended.</summary>
    public static bool IsContradicted(LineageEdge edge, int year, Questionnaire questionnaire)
    {
        if (!edge.MovesKeys) return false;
        var keys = edge.Group is null
            ? questionnaire.Services.Select(s => s.Key)
            : questionnaire.Groups.Where(g => g.Key == edge.Group).SelectMany(g => g.Options).Select(o => o.Key);
        return keys.Any((year < edge.Year ? edge.Begun : edge.Ended).Contains);
    }
}
