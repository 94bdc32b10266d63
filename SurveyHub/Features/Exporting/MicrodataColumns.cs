using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>Which items the microdata carry, and under which names. Words that customers wrote are no columns: beside a department they could name their author.</summary>
public sealed class MicrodataColumns
{
    public MicrodataColumns(Edition edition)
    {
        Items = [.. edition.Items.All.Where(i => i.Kind != ItemKind.Text)];
        Groups = [.. Items.Where(i => i.Kind == ItemKind.Group)];
        Texts = [.. edition.Items.All.Where(i => i.Kind == ItemKind.Text)];
        // An anonymous response has none of these; a column of blanks would only make people wonder.
        HasPerson = edition.Questionnaire.Anonymity != Anonymity.Anonymous;
    }

    /// <summary>Items with a code or a number, in the questionnaire's order.</summary>
    public IReadOnlyList<Item> Items { get; }
    public IReadOnlyList<Item> Groups { get; }
    public IReadOnlyList<Item> Texts { get; }

    /// <summary>The files carry language, day, person and weight of a response.</summary>
    public bool HasPerson { get; }

    /// <summary>Columns of responses_wide.csv that say something of the response and not what was answered.</summary>
    public IReadOnlyList<string> OfResponse =>
        ["response_id", "survey", "edition", "is_complete", .. HasPerson ? ["submitted_on", "language", "person_key", "weight"] : Array.Empty<string>()];

    /// <summary>Column names of responses_wide.csv.</summary>
    public IReadOnlyList<string> Wide => [.. OfResponse, .. Items.Select(i => i.Key)];

    /// <summary>Column names of responses_long.csv.</summary>
    public IReadOnlyList<string> Long =>
    [
        "response_id", "survey", "edition", "questionnaire_version", "service_code", "item_code", "value", "value_role",
        .. Groups.Select(g => g.Key),
    ];

    /// <summary>The role of an answer that the file leaves out, given or not.</summary>
    public const string Withheld = "withheld";

    /// <summary>What a code says, in one word for analysts.</summary>
    public static string Role(Item item, bool shown, int? code)
    {
        if (!shown) return "not_shown";
        if (code == Item.CannotJudge) return "na";
        if (code == Item.Skipped || code is null && item.Kind != ItemKind.Number) return "skipped";
        return item.Scale?.Option(code ?? 0)?.Role switch
        {
            OptionRole.Unfavourable => "unfavourable",
            OptionRole.Neutral => "neutral",
            OptionRole.Favourable => "favourable",
            _ => "",
        };
    }
}
