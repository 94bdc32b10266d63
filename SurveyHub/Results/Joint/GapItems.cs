using System.Globalization;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Joint;

/// <summary>The three ratings of one service that are set against each other: what would just do, what is wished for, what is had.</summary>
internal sealed record GapItems(Item Minimum, Item Desired, Item Perceived)
{
    public string Service => Perceived.Service!;

    public IReadOnlyList<Item> All { get; } = [Minimum, Desired, Perceived];

    /// <summary>Begins with no main rating, so it is no key of <see cref="JointItems"/>.</summary>
    public string Key => string.Join(',', All.Select(i => i.No.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Service by service; none where the questionnaire does not ask what is expected.</summary>
    public static IReadOnlyList<GapItems> Of(Edition edition)
    {
        if (edition.Questionnaire.Expectations is not { } expectations) return [];
        return [.. from main in edition.Items.MainRatings
                   let minimum = edition.Items.Find($"{main.Service}.{expectations.Minimum}")
                   let desired = edition.Items.Find($"{main.Service}.{expectations.Desired}")
                   let perceived = expectations.Perceived is { } key ? edition.Items.Find($"{main.Service}.{key}") : main
                   where minimum is { Kind: ItemKind.Rating } && desired is { Kind: ItemKind.Rating } && perceived is { Kind: ItemKind.Rating }
                   select new GapItems(minimum, desired, perceived)];
    }
}
