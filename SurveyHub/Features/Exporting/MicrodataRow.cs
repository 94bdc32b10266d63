using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>A response as the microdata show it. The same object is filled again for the next one: keep nothing of it.</summary>
internal sealed class MicrodataRow(int traits)
{
    /// <summary>1, 2, 3 … in the order of the responses' random numbers.</summary>
    public int Number { get; private set; }
    public StreamedResponse Response { get; private set; } = null!;

    /// <summary>Codes of the customer groups in their order, then what else it shows; null where it does not.</summary>
    public int?[] Shown { get; } = new int?[traits];
    public DateOnly? Day { get; private set; }
    public string? Language { get; private set; }
    public double? Weight { get; private set; }

    /// <summary>By item number, whether the answer is left out.</summary>
    public bool[] Blank { get; private set; } = [];

    /// <summary>The code or number of an item that is no customer group; null where there is none to show.</summary>
    public double? Value(Item item) => Blank[item.No] ? null
        : item.Kind == ItemKind.Number && Response.Number(item.No) is { } number ? number
        : Response.Code(item.No);

    /// <summary>It was shown and left empty.</summary>
    public bool IsSkipped(Item item) => Response.Code(item.No) == Item.Skipped && (item.Kind != ItemKind.Number || Response.Number(item.No) is null);

    internal void Take(int number, StreamedResponse response, bool[] blank, DateOnly? day, string? language, double? weight) =>
        (Number, Response, Blank, Day, Language, Weight) = (number, response, blank, day, language, weight);
}
