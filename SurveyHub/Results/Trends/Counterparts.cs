using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>The services of two editions, put side by side along the lineage of the survey. Needs no answer.</summary>
public sealed class Counterparts
{
    private readonly SurveyLineage _lineage;
    private readonly Edition[] _between;
    private readonly Edition _from;
    private readonly Edition _to;
    private readonly Dictionary<string, Item> _before;
    private readonly Dictionary<string, Item> _now;
    private readonly Dictionary<string, Counterpart> _byService = new(StringComparer.Ordinal);

    /// <param name="survey">All editions of the survey: a break confirmed between the two breaks for good.</param>
    /// <param name="lineage">Their lineage.</param>
    /// <param name="from">The earlier edition.</param>
    /// <param name="to">The later edition.</param>
    public Counterparts(IEnumerable<Edition> survey, SurveyLineage lineage, Edition from, Edition to)
    {
        (_lineage, _from, _to) = (lineage, from, to);
        _between = [.. survey.Where(e => from.Year < e.Year && e.Year <= to.Year)];
        _before = from.Items.MainRatings.ToDictionary(i => i.ReportKey, StringComparer.Ordinal);
        _now = to.Items.MainRatings.ToDictionary(i => i.ReportKey, StringComparer.Ordinal);
        var confirmed = SeriesBreaks.Confirmed(_between, from, to);
        var all = new List<Counterpart>();
        foreach (var service in to.Items.MainRatings.Where(i => !_byService.ContainsKey(i.ReportKey)))
        {
            var made = Make(lineage.Services.Between(service.ReportKey, from.Year, to.Year), confirmed);
            foreach (var part in made.Now) _byService[part.ReportKey] = made;
            all.Add(made);
        }
        var known = all.SelectMany(c => c.Before).ToHashSet();
        all.AddRange(from.Items.MainRatings.Where(i => !known.Contains(i)).Select(i => new Counterpart { Ancestry = new([i.ReportKey], [], []), Before = [i], Now = [] }));
        All = all;
    }

    /// <summary>Each once: in the order of the later edition's services, then what it has nothing of any more.</summary>
    public IReadOnlyList<Counterpart> All { get; }

    /// <summary>What a service of the later edition belongs to; null when that edition does not ask about it.</summary>
    public Counterpart? Of(string service) => _byService.GetValueOrDefault(service);

    private Counterpart Make(Ancestry ancestry, HashSet<string> confirmed)
    {
        var made = new Counterpart
        {
            Ancestry = ancestry,
            Before = [.. ancestry.Before.Select(_before.GetValueOrDefault).OfType<Item>()],
            Now = [.. ancestry.Now.Select(_now.GetValueOrDefault).OfType<Item>()],
        };
        return made with { WhyNot = made.Before.Count == 0 ? null : made.IsWhole ? WhyNot(made, confirmed) : Counterpart.Incomplete };
    }

    private string? WhyNot(Counterpart made, HashSet<string> confirmed)
    {
        if (!made.Ancestry.IsPlain) confirmed = Along(made);
        foreach (var before in made.Before)
            foreach (var now in made.Now)
                if (SeriesBreaks.WhyNot(_lineage, confirmed, _from, _to, before, now) is { } reason) return reason;
        return null;
    }

    /// <summary>Breaks that were confirmed on the way, under the keys that the services had then, as those of the services they are now.</summary>
    private HashSet<string> Along(Counterpart made)
    {
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edition in _between.Where(e => e.ConfirmedBreaks.Count > 0))
        {
            var then = made.Now.SelectMany(i => _lineage.Services.Between(i.ReportKey, edition.Year, _to.Year).Before).ToHashSet();
            foreach (var item in edition.Items.MainRatings.Where(i => then.Contains(i.ReportKey) && (edition.ConfirmedBreaks.Contains(i.Key) || edition.ConfirmedBreaks.Contains(i.ReportKey))))
                broken.UnionWith(made.Now.Select(i => i.Key));
        }
        return broken;
    }
}
