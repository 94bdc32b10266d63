namespace SurveyHub.Results.Counting;

/// <summary>How many people gave one answer: a row of <c>tally</c>.</summary>
public sealed record TallyRow
{
    public required int ItemNo { get; init; }

    /// <summary>Customer group and option; both empty for all customers, only the value for those whose group is not known.</summary>
    public required string Attribute { get; init; }
    public required string Value { get; init; }

    /// <summary>Code of a scale or an option, 1 or 0, or one of <see cref="Surveys.Item.CannotJudge"/>, <see cref="Surveys.Item.Skipped"/>, <see cref="HistoryCodes"/>.</summary>
    public required int Code { get; init; }
    public required int N { get; init; }
}

/// <summary>Codes of earlier years of which only the favourable count is known, not the point of the scale.</summary>
public static class HistoryCodes
{
    /// <summary>A favourable rating.</summary>
    public const int Favourable = -1;

    /// <summary>A valid rating that is not favourable.</summary>
    public const int NotFavourable = -2;
}

/// <summary>Two main ratings (or the overall one) over the people who gave both: a row of <c>pair_tally</c>. The first item's number is the smaller.</summary>
public sealed record PairRow
{
    public required int FirstItem { get; init; }
    public required int SecondItem { get; init; }
    public required int BothRated { get; init; }
    public required int GoodFirst { get; init; }
    public required int GoodSecond { get; init; }
    public required int GoodBoth { get; init; }
}

/// <summary>A number of people known by name: a row of <c>edition_count</c>. Attribute and value as in <see cref="TallyRow"/>.</summary>
public sealed record CountRow
{
    /// <summary>One of <see cref="CountNames"/>.</summary>
    public required string Name { get; init; }
    public string Attribute { get; init; } = "";
    public string Value { get; init; } = "";
    public required int N { get; init; }
}
