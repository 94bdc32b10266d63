using System.Globalization;

namespace SurveyHub.Surveys.Differences;

internal static class ServiceDifferences
{
    public static IEnumerable<Difference> Of(QuestionnairePair pair)
    {
        var (begun, gone, kept) = QuestionnairePair.Match(pair.Before.Services, pair.Now.Services, s => s.Key);
        var (added, removed) = (begun.Where(s => !pair.IsFollowed(s)).ToList(), gone.Where(s => !pair.IsFollowed(s)).ToList());
        // The same name under another key is most often the same service, and its series would end by accident.
        var rekeyed = added.Join(removed, s => pair.Words(s.Name), s => pair.Words(s.Name), (now, before) => (Before: before, Now: now)).DistinctBy(p => p.Now.Key).ToList();
        foreach (var (before, now) in rekeyed)
            yield return About(now, "key", $"“{pair.Words(now.Name)}” has the key “{now.Key}” instead of “{before.Key}”, so its earlier figures are not continued. Take the old key if it is the same service.") with
            {
                Effect = SeriesEffect.Break,
                Items = pair.Figures(i => i.Service == now.Key),
            };
        var (newcomers, leavers) = (added.Except(rekeyed.Select(p => p.Now)).ToList(), removed.Except(rekeyed.Select(p => p.Before)).ToList());
        foreach (var service in newcomers)
            yield return About(service, "added", $"“{pair.Words(service.Name)}” is new.") with { Proposal = Likeness.Proposal(pair, service, leavers) };
        foreach (var service in leavers)
            yield return About(service, "removed", $"“{pair.Words(service.Name)}” is no longer asked about. Its earlier figures stay in the reports.");
        foreach (var difference in kept.SelectMany(p => Kept(pair, p.Before, p.Now))) yield return difference;
        foreach (var difference in Providers(pair)) yield return difference;
        if (Order(pair, kept.Select(p => p.Now.Key).ToHashSet(StringComparer.Ordinal)) is { } order) yield return order;
    }

    private static IEnumerable<Difference> Kept(QuestionnairePair pair, Service before, Service now)
    {
        var name = pair.Words(now.Name);
        if (Wording.Differs(before.Name, now.Name))
            yield return About(now, "name", $"The service “{now.Key}” has another name: {Wording.Change(before.Name, now.Name, pair.Now.Languages[0])}. Its trend goes on.");
        if (Wording.Differs(before.Description, now.Description))
            yield return About(now, "description", $"“{name}” is described differently.");
        if (before.Provider != now.Provider)
            yield return About(now, "provider", $"“{name}” belongs to {ProviderName(pair, pair.Now, now.Provider)} now instead of {ProviderName(pair, pair.Before, before.Provider)}.");
        if (before.Owner != now.Owner)
            yield return About(now, "owner", now.Owner is null ? $"“{name}” has no owner any more." : $"{now.Owner} answers for “{name}” now{(before.Owner is null ? "" : $" instead of {before.Owner}")}.");
        if (before.Group != now.Group)
            yield return About(now, "group", now.Group is null ? $"“{name}” stands under no heading any more." : $"“{name}” stands under “{now.Group}” now.");
        if (before.Target != now.Target)
            yield return About(now, "target", (before.Target, now.Target) switch
            {
                (null, { } target) => $"“{name}” has a target of {Percent(target)} now.",
                (_, null) => $"“{name}” has no target any more.",
                ({ } old, { } target) => $"The target of “{name}” {(target > old ? "rises" : "falls")} from {Percent(old)} to {Percent(target)}.",
            });
    }

    /// <summary>What comes first is rated by fresher customers. Where each has an order of their own, that of the file says nothing.</summary>
    private static Difference? Order(QuestionnairePair pair, HashSet<string> kept)
    {
        if (pair.Now.RandomServiceOrder) return null;
        var now = pair.Now.Services.Where(s => kept.Contains(s.Key)).ToList();
        return pair.Before.Services.Select(s => s.Key).Where(kept.Contains).SequenceEqual(now.Select(s => s.Key)) ? null : new()
        {
            Key = "services.order",
            Subject = DifferenceSubject.Service,
            Sentence = $"The services come in another order: {string.Join(", ", now.Select(s => pair.Words(s.Name)))}.",
        };
    }

    private static IEnumerable<Difference> Providers(QuestionnairePair pair)
    {
        var (_, _, kept) = QuestionnairePair.Match(pair.Before.Providers, pair.Now.Providers, p => p.Key);
        return from provider in kept
               where Wording.Differs(provider.Before.Name, provider.Now.Name)
               select new Difference
               {
                   Key = $"provider.{provider.Now.Key}.name",
                   Subject = DifferenceSubject.Service,
                   Sentence = $"The department “{provider.Now.Key}” has another name: {Wording.Change(provider.Before.Name, provider.Now.Name, pair.Now.Languages[0])}.",
               };
    }

    private static string ProviderName(QuestionnairePair pair, Questionnaire questionnaire, string key) =>
        questionnaire.Providers.FirstOrDefault(p => p.Key == key) is { } provider ? pair.Words(provider.Name) : key;

    internal static string Percent(double share) => $"{((decimal)share * 100).ToString("0.#", CultureInfo.InvariantCulture)} %";

    private static Difference About(Service service, string what, string sentence) =>
        new() { Key = $"service.{service.Key}.{what}", Subject = DifferenceSubject.Service, Sentence = sentence };
}
