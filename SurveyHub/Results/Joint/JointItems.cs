using System.Globalization;
using SurveyHub.Statistics.Importance;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>The ratings of one service that are counted together: its main rating, the further ones, and the overall rating.</summary>
internal sealed record JointItems(Item Main, IReadOnlyList<Item> Aspects, Item? Overall)
{
    public IReadOnlyList<Item> All { get; } = [Main, .. Aspects, .. Overall is null ? [] : new[] { Overall }];

    public string Key => string.Join(',', All.Select(i => i.No.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A service has more further ratings than drivers are split among: only its main rating and the overall one are counted.</summary>
    public static bool AreTooMany(Edition edition) => edition.Items.MainRatings.FirstOrDefault() is { } main && AspectsOf(edition, main).Count() > Drivers.MostAspects;

    public static IReadOnlyList<JointItems> Of(Edition edition) =>
        [.. edition.Items.MainRatings.Select(main => new JointItems(main, AreTooMany(edition) ? [] : [.. AspectsOf(edition, main)], edition.Items.Overall))];

    // Who was asked in the new words was not asked in the old ones: nobody's answers would be complete.
    private static IEnumerable<Item> AspectsOf(Edition edition, Item main) =>
        edition.Items.All.Where(i => i is { IsAspect: true, Bridge: null } && i.Service == main.Service);
}
