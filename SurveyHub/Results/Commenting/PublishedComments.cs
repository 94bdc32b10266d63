using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Results.Commenting;

/// <summary>Which comments of an edition are wanted.</summary>
/// <param name="EditionId">The edition.</param>
public sealed record CommentChoice(int EditionId)
{
    /// <summary>One text question; null for all.</summary>
    public int? ItemNo { get; init; }

    /// <summary>A filter and one part of it; null for none. Never two.</summary>
    public (string Filter, string Part)? Part { get; init; }

    /// <summary>Words that must all be in the comment, as <see cref="Folding.Folded"/> has them.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>A comment as it is read.</summary>
public sealed record ReadComment
{
    public int ItemNo { get; init; }
    public required string Body { get; init; }

    /// <summary>The part of what the same person gave the service; null where that is not told.</summary>
    public string? Rating { get; init; }

    internal long Place { get; init; }
    internal int Copy { get; init; }
}

/// <summary>Reads the published comments of closed editions. What may not be shown is not stored, so nobody who reads here can forget to hide it.</summary>
public sealed class PublishedComments(Database database)
{
    private const string Columns = "c.item_no, c.place, c.copy, c.body, c.rating";

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(CommentChoice choice, CancellationToken cancellation = default) =>
        database.ReadAsync((db, _) => db.QuerySingleAsync<int>($"select count(*) {From(choice)}", Parameters(choice)), cancellation);

    /// <summary>Some of them in their order.</summary>
    public Task<IReadOnlyList<ReadComment>> FindAsync(CommentChoice choice, int skip, int take, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var parameters = Parameters(choice);
            parameters.AddDynamicParams(new { skip, take });
            return (IReadOnlyList<ReadComment>)(await db.QueryAsync<ReadComment>(
                $"select {Columns} {From(choice)} order by {Order(choice)} limit @take offset @skip", parameters)).AsList();
        }, cancellation);

    /// <summary>Those that follow a comment in their order, without counting the ones before it; for files.</summary>
    public Task<IReadOnlyList<ReadComment>> AfterAsync(CommentChoice choice, ReadComment? last, int take, CancellationToken cancellation = default)
    {
        if (last is null) return FindAsync(choice, 0, take, cancellation);
        return database.ReadAsync(async (db, _) =>
        {
            var parameters = Parameters(choice);
            parameters.AddDynamicParams(new { last.Place, last.ItemNo, last.Copy, take });
            return (IReadOnlyList<ReadComment>)(await db.QueryAsync<ReadComment>(
                $"select {Columns} {From(choice)} and ({Order(choice)}) > (@Place, @ItemNo, @Copy) order by {Order(choice)} limit @take", parameters)).AsList();
        }, cancellation);
    }

    private static string From(CommentChoice choice) =>
        (choice.Part is null
            ? "from comment c where c.edition_id = @EditionId"
            : """
              from comment_part p
              join comment c on c.edition_id = p.edition_id and c.place = p.place and c.item_no = p.item_no and c.copy = p.copy
              where p.edition_id = @EditionId and p.filter = @filter and p.part = @part
              """)
        + (choice.ItemNo is null ? "" : $" and {Table(choice)}.item_no = @ItemNo")
        + string.Concat(choice.Words.Select((_, at) => $" and c.folded like @word{at} escape '!'"));

    private static string Order(CommentChoice choice) => Table(choice) is var table ? $"{table}.place, {table}.item_no, {table}.copy" : "";

    private static string Table(CommentChoice choice) => choice.Part is null ? "c" : "p";

    private static DynamicParameters Parameters(CommentChoice choice)
    {
        var parameters = new DynamicParameters(new { choice.EditionId });
        if (choice.ItemNo is { } item) parameters.Add("ItemNo", item);
        if (choice.Part is { } part)
        {
            parameters.Add("filter", part.Filter);
            parameters.Add("part", part.Part);
        }
        foreach (var (at, word) in choice.Words.Index()) parameters.Add($"word{at}", $"%{Literal(word)}%");
        return parameters;
    }

    private static string Literal(string word) => word.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
