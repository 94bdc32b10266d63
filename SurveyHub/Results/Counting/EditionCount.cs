using SurveyHub.Results.Commenting;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Weights;

namespace SurveyHub.Results.Counting;

/// <summary>A group answer that an anonymous edition gives up, because too few others share it.</summary>
public readonly record struct DroppedAnswer(long ResponseId, int ItemNo);

/// <summary>All that was counted of an edition's answers, ready to be stored. Nothing about a person is in the counts.</summary>
public sealed record EditionCount
{
    /// <summary>Stored responses at the time of counting.</summary>
    public required int Responses { get; init; }
    public required IReadOnlyList<TallyRow> Tallies { get; init; }

    /// <summary>Empty where answers came as counts.</summary>
    public required IReadOnlyList<PairRow> Pairs { get; init; }
    public required IReadOnlyList<CountRow> Counts { get; init; }

    /// <summary>Empty where answers came as counts.</summary>
    public IReadOnlyList<JointRow> Joint { get; init; } = [];

    /// <summary>The comments as they were written; empty where answers came as counts.</summary>
    internal IReadOnlyList<WrittenComment> Written { get; init; } = [];

    /// <summary>What of them is published, question by question. Of a question that is missing here the earlier comments stay.</summary>
    internal IReadOnlyList<CommentLevel> Comments { get; init; } = [];

    /// <summary>The same with everybody's weight; null where nobody asked for weights and none came with the answers.</summary>
    public WeightedCount? Weighted { get; init; }

    /// <summary>None of it is published: the report that was there before stays, because a new one beside it would tell of few people.</summary>
    public bool KeepsEarlierReport { get; init; }

    /// <summary>Groups to be taken out of responses. They are in the counts above.</summary>
    public IReadOnlyList<DroppedAnswer> Dropped { get; init; } = [];

    /// <summary>What the responses of <see cref="Dropped"/> answered, by the value they give up: part of <see cref="Tallies"/>, to be kept beside the rows.</summary>
    public IReadOnlyList<TallyRow> Withheld { get; init; } = [];

    /// <summary>How many those are.</summary>
    public IReadOnlyList<CountRow> WithheldCounts { get; init; } = [];
}
