using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>A column's name, and the line of the mapping file that says it; null where the mapping did not have to.</summary>
internal sealed record ColumnName(string Name, int? Line);

/// <summary>One edition that is to be made.</summary>
internal sealed record MappedEdition
{
    public required int Year { get; init; }
    public required int Line { get; init; }

    /// <summary>File with a row a response.</summary>
    public required string Responses { get; init; }

    /// <summary>File with a row for everybody invited.</summary>
    public string? Frame { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
}

/// <summary>Which column of a file of responses holds what. Columns that bear an item's own name need not be named.</summary>
internal sealed record ResponseColumns
{
    public ColumnName? Year { get; init; }
    public ColumnName? Person { get; init; }
    public ColumnName? Weight { get; init; }
    public ColumnName? Language { get; init; }
    public ColumnName? Date { get; init; }
    public ColumnName? Complete { get; init; }

    /// <summary>Column by group key.</summary>
    public IReadOnlyDictionary<string, ColumnName> Groups { get; init; } = new Dictionary<string, ColumnName>();

    /// <summary>Item key, or a service's key for its main rating, by column.</summary>
    public IReadOnlyDictionary<string, MappedItem> Items { get; init; } = new Dictionary<string, MappedItem>();
    public IReadOnlyList<string> Ignored { get; init; } = [];
}

internal sealed record MappedItem(string Item, int Line);

/// <summary>Which column of a frame file holds what.</summary>
internal sealed record FrameColumns
{
    public ColumnName? Year { get; init; }
    public required ColumnName Disposition { get; init; }
    public IReadOnlyDictionary<string, ColumnName> Groups { get; init; } = new Dictionary<string, ColumnName>();
}

/// <summary>What the words in the cells mean.</summary>
internal sealed record CellWords
{
    public IReadOnlySet<string> CannotJudge { get; init; } = new HashSet<string>();
    public IReadOnlySet<string> Skipped { get; init; } = new HashSet<string>();

    /// <summary>An empty cell of an item means that it was not shown. Otherwise: shown and left empty.</summary>
    public bool EmptyIsNotShown { get; init; }

    /// <summary>Scale code by the word that stands for it.</summary>
    public IReadOnlyDictionary<string, CodeWord> Codes { get; init; } = new Dictionary<string, CodeWord>();
}

internal sealed record CodeWord(int Code, int Line);

/// <param name="Item">An item's key, or a service's for its main rating.</param>
/// <param name="Year">The first year of the new series.</param>
/// <param name="Line">Where the mapping says so.</param>
internal sealed record TrendBreak(string Item, int Year, int Line);

/// <summary>What a mapping file says: which survey, which editions, and what the columns and cells of their files mean.</summary>
internal sealed record DataMapping
{
    public required string File { get; init; }

    /// <summary>The survey's definition: one of the files under surveys/, or made from the short description in the mapping.</summary>
    public required SurveyDefinition Definition { get; init; }

    /// <summary>Groups whose options are taken from the data.</summary>
    public IReadOnlySet<string> OpenGroups { get; init; } = new HashSet<string>();
    public required IReadOnlyList<MappedEdition> Editions { get; init; }
    public required ResponseColumns Columns { get; init; }
    public required FrameColumns FrameColumns { get; init; }

    /// <summary>Our word by theirs.</summary>
    public IReadOnlyDictionary<string, string> Dispositions { get; init; } = new Dictionary<string, string>();
    public required CellWords Words { get; init; }

    /// <summary>Of several rows of one person in one year the last complete one counts. Otherwise they are a fault.</summary>
    public bool LastDuplicateCounts { get; init; }
    public IReadOnlyList<TrendBreak> TrendBreaks { get; init; } = [];

    public string Survey => Definition.Survey;

    public bool IsAnonymous => Definition.AllYears.Anonymity == Anonymity.Anonymous;

    /// <summary>Every file that the mapping names, once.</summary>
    public IEnumerable<string> ResponseFiles => Editions.Select(e => e.Responses).Distinct(StringComparer.Ordinal);

    /// <summary>The questionnaire of one year, as far as the mapping says it.</summary>
    /// <param name="year">The edition's year.</param>
    /// <param name="asksUse">Whether customers were asked which services they use: whether the data say so.</param>
    public Questionnaire QuestionnaireFor(int year, bool asksUse) => AskingUse(Definition.For(year), asksUse);

    /// <summary>With the services of all years, and with every item that any edition may have.</summary>
    public Questionnaire WidestQuestionnaire => AskingUse(Definition.AllYears, asksUse: true);

    private static Questionnaire AskingUse(Questionnaire questionnaire, bool asksUse) => questionnaire with
    {
        Screener = asksUse ? questionnaire.Screener ?? new(questionnaire.Languages[0], "Which of these services do you use?") : null,
    };
}
