using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>One item of an edition and the column that holds it.</summary>
internal sealed class BoundItem(Item item, int column, string name, CellReader cells, Question? question)
{
    public Item Item => item;
    public int Column => column;
    public string Name => name;
    public CellReader Cells => cells;

    /// <summary>Null for usage and groups.</summary>
    public Question? Question => question;

    /// <summary>Position of the usage item of the same service among the edition's bound items; -1 where use was not asked.</summary>
    public int Usage { get; set; } = -1;

    /// <summary>In a bridge year, position of the same question in the other words; -1 for every other item.</summary>
    public int OtherWords { get; set; } = -1;
}

/// <summary>How the rows of one edition are read: its questionnaire, and the column of each item.</summary>
internal sealed class EditionPlan
{
    public EditionPlan(DataMapping mapping, MappedEdition edition, ResponseLayout layout)
    {
        Edition = edition;
        Questionnaire = WithoutUnasked(mapping.QuestionnaireFor(edition.Year, layout.HasUse), layout);
        Items = ItemList.Of(Questionnaire);
        Bound = [.. Items.All.Where(i => layout.ColumnOf(i) is not null).Select(i => Bind(i, mapping, layout))];
        var usage = Bound.Index().Where(b => b.Item.Item.Kind == ItemKind.Usage).ToDictionary(b => b.Item.Item.Service!, b => b.Index);
        foreach (var bound in Bound)
            if (bound.Item is { Service: { } service, Kind: not ItemKind.Usage }) bound.Usage = usage.GetValueOrDefault(service, -1);
        foreach (var (place, bound) in Bound.Index().Where(b => b.Item.Item.Bridge is not null))
        {
            var old = Bound.Index().FirstOrDefault(b => b.Item.Item.Service == bound.Item.Service && b.Item.Item.Question == bound.Item.Bridge && b.Item.Question is not null);
            if (old.Item is not null) (bound.OtherWords, old.Item.OtherWords) = (old.Index, place);
        }
        Boxes =
        [
            .. Bound.Index().Where(b => b.Item.Item.Kind is ItemKind.Usage or ItemKind.Selected)
                .GroupBy(b => b.Item.Item.Kind == ItemKind.Usage ? "" : b.Item.Item.Field, b => b.Index, StringComparer.Ordinal).Select(g => g.ToArray()),
        ];
        NotActive =
        [
            .. ItemList.Of(mapping.WidestQuestionnaire).All
                .Where(i => i.Service is { } service && Questionnaire.Service(service) is null && layout.ColumnOf(i) is not null)
                .Select(i => (layout.ColumnOf(i)!.Value, i.Service!)),
        ];
    }

    public MappedEdition Edition { get; }

    /// <summary>What this edition asked. Options of groups that come from the data are not in it yet.</summary>
    public Questionnaire Questionnaire { get; }
    public ItemList Items { get; }

    /// <summary>In the items' order.</summary>
    public IReadOnlyList<BoundItem> Bound { get; }

    /// <summary>Positions of the boxes that stand together: all about use, and those of each multiple choice.</summary>
    public IReadOnlyList<int[]> Boxes { get; }

    /// <summary>Columns of services that are not active in this year: nothing may stand in them.</summary>
    public IReadOnlyList<(int Column, string Service)> NotActive { get; }

    /// <summary>No column has the main rating of any service: there would be nothing to report.</summary>
    public bool HasNoRating => !Bound.Any(b => b.Item.IsMain);

    // The survey file may be of the bridge year: a year whose data have no column of the new words asked everybody in the old ones.
    private static Questionnaire WithoutUnasked(Questionnaire questionnaire, ResponseLayout layout)
    {
        if (!questionnaire.HasBridges) return questionnaire;
        var asked = ItemList.Of(questionnaire).All.Where(i => i.Bridge is not null && layout.ColumnOf(i) is not null).Select(i => (i.Question, i.Service is null)).ToHashSet();
        // A rule must not look for a question that is not there.
        foreach (var named in questionnaire.ServiceQuestions.Concat(questionnaire.LastQuestions).SelectMany(q => q.ShowIf?.Conditions ?? []))
            asked.UnionWith([(named.Question, false), (named.Question, true)]);
        return questionnaire with
        {
            ServiceQuestions = [.. questionnaire.ServiceQuestions.Where(q => q.Bridge is null || asked.Contains((q.Key, false)))],
            LastQuestions = [.. questionnaire.LastQuestions.Where(q => q.Bridge is null || asked.Contains((q.Key, true)))],
        };
    }

    private BoundItem Bind(Item item, DataMapping mapping, ResponseLayout layout)
    {
        var column = layout.ColumnOf(item)!.Value;
        var question = item.Kind is ItemKind.Usage or ItemKind.Group
            ? null
            : (item.Service is null ? Questionnaire.LastQuestions : Questionnaire.ServiceQuestions).First(q => q.Key == item.Question);
        return new(item, column, layout.Header.Names[column], new(item, Questionnaire, mapping), question);
    }
}
