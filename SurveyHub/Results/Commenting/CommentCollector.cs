using System.Data.Common;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Commenting;

/// <summary>Gathers the comments of an edition while its responses pass by. They are held in memory until they are stored: some forty megabytes for a hundred thousand.</summary>
internal sealed class CommentCollector
{
    private readonly (Item Text, Item[] Ratings)[] _items;
    private readonly CustomerGroup[] _groups;
    private readonly int[] _groupItems;
    private readonly List<WrittenComment> _written = [];

    // A few dozen combinations for a hundred thousand comments.
    private readonly Dictionary<string, string[]> _known = new(StringComparer.Ordinal);

    public CommentCollector(Edition edition)
    {
        _items = [.. CommentStore.TextsOf(edition).Select(text => (text, RatingsOf(edition, text)))];
        _groups = [.. edition.Questionnaire.Groups];
        _groupItems = new GroupSlots(edition).Items;
    }

    public IReadOnlyList<WrittenComment> Written => _written;

    /// <summary>
    /// The main rating of the service that a text question is about, and in a bridge year behind it the same in other words, of which everybody was asked one;
    /// none for a question that is asked once.
    /// </summary>
    public static Item[] RatingsOf(Edition edition, Item text) => text.Service is null ? []
        : [.. edition.Items.MainRatings.Where(r => r.Service == text.Service).SelectMany(main => edition.Items.All.Where(i => i.Service == main.Service && i.Bridge == main.Question).Prepend(main))];

    /// <param name="response">A response.</param>
    /// <param name="code">The code of its value of a group, by the group's place; null where its row does not keep it.</param>
    public void Add(StreamedResponse response, Func<int, int?> code)
    {
        IReadOnlyList<string>? groups = null;
        foreach (var (text, ratings) in _items)
            if (response.Text(text.No) is { } body && !string.IsNullOrWhiteSpace(body))
                _written.Add(new(text.No, Folding.Composed(body.Trim()), ClassOf(response, ratings), groups ??= GroupsOf(code)));
    }

    /// <summary>Gathers the comments of an edition whose answers were counted before: by the groups that its rows still have.</summary>
    public static async Task<IReadOnlyList<WrittenComment>> ReadAsync(DbConnection db, Edition edition)
    {
        var collector = new CommentCollector(edition);
        await ResponseStream.ForEachAsync(db, null, edition.EditionId, edition.Items.All.Count, response =>
        {
            collector.Add(response, group => response.Code(collector._groupItems[group]));
            return ValueTask.CompletedTask;
        });
        return collector.Written;
    }

    private static RatingClass ClassOf(StreamedResponse response, Item[] ratings)
    {
        foreach (var rating in ratings)
            if (response.Code(rating.No) is { } code && rating.Scale?.Option(code) is { } option)
                return option.Role switch
                {
                    OptionRole.Favourable => RatingClass.Good,
                    OptionRole.Neutral => RatingClass.Middle,
                    _ => RatingClass.Poor,
                };
        return RatingClass.None;
    }

    private string[] GroupsOf(Func<int, int?> code)
    {
        string[] values = [.. _groups.Select((group, at) => code(at) is { } known ? group.Options.FirstOrDefault(o => o.Code == known)?.Key ?? "" : "")];
        var key = string.Join(' ', values);
        if (!_known.TryGetValue(key, out var same)) _known[key] = same = values;
        return same;
    }
}
