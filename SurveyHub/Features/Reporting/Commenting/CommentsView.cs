using SurveyHub.Results;
using SurveyHub.Results.Commenting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Commenting;

/// <summary>One filter that is offered, and the parts one can choose.</summary>
public sealed record OfferedFilter(string Filter, string Name, IReadOnlyList<OfferedPart> Parts);

/// <param name="Key">As the address has it.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Comments">How many comments it has.</param>
/// <param name="Items">On how many services and questions.</param>
public sealed record OfferedPart(string Key, string Name, int Comments, int Items);

/// <summary>What may be read of an edition's comments, and which of them are asked for.</summary>
public sealed class CommentsView
{
    private readonly IEnumerable<CommentedItem> _looked;

    private CommentsView(Edition edition, CommentsQuery query, IReadOnlyList<CommentedItem> items)
    {
        (Edition, Query, Items) = (edition, query, items);
        Chosen = items.FirstOrDefault(i => i.Item.Key == query.About);
        _looked = Chosen is null ? items.Where(i => i.IsShown) : [Chosen];
        Filters = [.. _looked.SelectMany(i => i.Parts).Where(IsOffered).Select(p => p.Filter).Distinct().Order(Comparer<string>.Create(Order)).Select(Offered)];
        Part = Filters.SelectMany(f => f.Parts).FirstOrDefault(p => p.Key == query.Who);
    }

    public Edition Edition { get; }
    public CommentsQuery Query { get; }

    /// <summary>Every text question, in the questionnaire's order; empty where nothing was decided.</summary>
    public IReadOnlyList<CommentedItem> Items { get; }

    /// <summary>The one that is asked for; null for all.</summary>
    public CommentedItem? Chosen { get; }

    /// <summary>There are comments to read. Without what was decided of them none is, whatever is stored.</summary>
    public bool HasAny => Chosen?.IsShown ?? Items.Any(i => i.IsShown);

    public IReadOnlyList<OfferedFilter> Filters { get; }

    /// <summary>The part that is asked for, where it is offered.</summary>
    public OfferedPart? Part { get; }

    /// <summary>Somebody asks for a part that is not offered here.</summary>
    public bool PartIsRefused => Query.Who is not null && Part is null;

    /// <summary>Why there is no file of what is asked for; null where there is one.</summary>
    public string? WhyRefused =>
        Query.About is not null && Chosen is null ? "There is no such question to write to. Take “about” out of the address for the comments on everything, or choose a question on the page."
        : PartIsRefused ? "These comments are not told apart here: that would tell what a few people wrote. Take “who” out of the address for the comments of everybody, or choose a part that the page offers."
        : null;

    /// <summary>What is asked for, without what there is not: what the page shows.</summary>
    public CommentsQuery Shown => Query with { About = Chosen?.Item.Key, Who = Part?.Key };

    /// <summary>How many comments there are before anything is searched.</summary>
    public int Comments => Part?.Comments ?? _looked.Sum(i => i.Comments ?? 0);

    /// <summary>How many of the shown services and questions have the chosen part only together with others.</summary>
    public int LeftOut => Part is null ? 0 : _looked.Count() - Part.Items;

    /// <summary>Customer groups are chosen: then nothing is said of what the same people gave.</summary>
    public bool IsByGroup => Part is not null && !Part.Key.StartsWith(CommentRow.ByRating + ".", StringComparison.Ordinal);

    public CommentChoice Choice => new(Edition.EditionId)
    {
        ItemNo = Chosen?.Item.No,
        Part = Part is null ? null : (Part.Key[..Part.Key.IndexOf('.', StringComparison.Ordinal)], Part.Key[(Part.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]),
        Words = Query.Searched,
    };

    public static CommentsView Of(EditionReport report, CommentsQuery query)
    {
        var rows = report.Rows(CommentRow.Table).ToLookup(r => r.Item);
        return new(report.Edition, query, [.. report.Edition.Items.All.Where(i => rows.Contains(i.Key)).Select(i => new CommentedItem(report.Edition, i, [.. rows[i.Key]]))]);
    }

    /// <summary>How a part of a filter is called.</summary>
    public string NameOf(CommentRow part) => part switch
    {
        { Filter: CommentRow.ByRating } => CommentWords.Rating(part.Part),
        { Part: CommentRow.Others } => "(all others)",
        { Part: CommentRow.Unknown } => "(not known)",
        _ => Edition.Questionnaire.Groups.First(g => g.Key == part.Filter).Options.FirstOrDefault(o => o.Key == part.Part) is { } option ? Edition.Questionnaire.In(option.Label) : part.Part,
    };

    public string NameOfFilter(string filter) => filter == CommentRow.ByRating ? "Their rating" : Edition.Questionnaire.GroupName(filter);

    // Over several services only what is a part of its own: those that are together are together with others elsewhere.
    private bool IsOffered(CommentRow part) => Chosen is not null || !(part.Filter == CommentRow.ByRating ? part.Part.Contains('-', StringComparison.Ordinal) : part.Part == CommentRow.Others);

    private OfferedFilter Offered(string filter)
    {
        var parts = _looked.SelectMany(i => i.Parts).Where(p => p.Filter == filter && IsOffered(p)).GroupBy(p => p.Part);
        return new(filter, NameOfFilter(filter),
            [.. parts.OrderBy(p => Place(filter, p.Key)).Select(p => new OfferedPart($"{filter}.{p.Key}", NameOf(p.First()), p.Sum(r => r.Comments ?? 0), p.Count()))]);
    }

    private int Place(string filter, string part) => filter == CommentRow.ByRating
        ? (int)Enum.Parse<RatingClass>(part.Split('-')[0], ignoreCase: true)
        : Edition.Questionnaire.Groups.First(g => g.Key == filter).Options.Index().FirstOrDefault(o => o.Item.Key == part, (int.MaxValue, null!)).Item1;

    private int Order(string one, string other) => PlaceOf(one).CompareTo(PlaceOf(other));

    private int PlaceOf(string filter) => filter == CommentRow.ByRating ? -1 : Edition.Questionnaire.Groups.Index().First(g => g.Item.Key == filter).Index;
}
