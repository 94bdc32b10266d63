using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>One row of a history file, understood: how one item was answered in one year, by everybody or by one customer group.</summary>
internal sealed record HistoryRow
{
    public required int Line { get; init; }
    public required int Year { get; init; }
    public required Item Item { get; init; }

    /// <summary>Customer group and option; both empty for all customers.</summary>
    public required string Attribute { get; init; }
    public required string Value { get; init; }

    /// <summary>How many gave each code, <see cref="HistoryCodes"/> where only the favourable ones are known.</summary>
    public required IReadOnlyDictionary<int, int> Codes { get; init; }

    /// <summary>Ratings, whatever their point on the scale.</summary>
    public required int Valid { get; init; }

    /// <summary>Good or excellent ones.</summary>
    public int Good => Codes.GetValueOrDefault(HistoryCodes.Favourable) + Item.Scale!.FavourableCodes.Sum(c => Codes.GetValueOrDefault(c));

    /// <summary>False: only the good ones are known, not the points of the scale.</summary>
    public bool HasPoints => !Codes.ContainsKey(HistoryCodes.Favourable);

    public required int CannotJudge { get; init; }
    public required int Skipped { get; init; }
    public int? Invited { get; init; }
    public int? Responses { get; init; }
    public DateOnly? FieldStart { get; init; }
    public DateOnly? FieldEnd { get; init; }

    /// <summary>False: the series of this item begins anew in this year.</summary>
    public required bool IsComparable { get; init; }
    public string? WordingNote { get; init; }

    public bool IsForAll => Attribute.Length == 0;

    /// <summary>The customer group in brackets, behind the name of an item and a year; nothing for all customers.</summary>
    public string Whose => IsForAll ? "" : $" ({Attribute} {Value})";

    /// <summary>People who were shown the item.</summary>
    public int Asked => Valid + CannotJudge + Skipped;
}
