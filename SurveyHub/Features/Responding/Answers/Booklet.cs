using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>A page that asks something.</summary>
/// <param name="Step">Where it is.</param>
/// <param name="Service">The service it asks about, if it is one's page.</param>
/// <param name="Fields">In the order in which they stand.</param>
public sealed record QuestionPage(Step Step, Service? Service, IReadOnlyList<Field> Fields)
{
    /// <summary>What it takes to answer, beside other pages: writing takes longer than ticking.</summary>
    public int Weight { get; } = Fields.Sum(f => f.Kind == FieldKind.LongText ? 3 : 1);

    public Field? Field(string name)
    {
        foreach (var field in Fields)
            if (field.Name == name) return field;
        return null;
    }
}

/// <summary>
/// All pages of a questionnaire, made once: who answers gets some of them, in an order of their own. In a bridge year there are two: one
/// asks every question in the old words, the other in the new ones where there are any, at the same place.
/// </summary>
public sealed class Booklet
{
    private static readonly ConditionalWeakTable<Questionnaire, Booklet[]> Made = [];

    private readonly FrozenDictionary<string, QuestionPage> _services;
    private readonly FrozenDictionary<string, QuestionPage> _pagesByField;

    private Booklet(Questionnaire questionnaire, bool inNewWords)
    {
        var makes = new FieldMaker(questionnaire, inNewWords);
        Questionnaire = questionnaire;
        Items = makes.Items;
        if (questionnaire.Screener is { } screener) Services = new(Step.Services, null, [makes.Services(screener)]);
        _services = questionnaire.Services.ToFrozenDictionary(
            s => s.Key,
            s => new QuestionPage(Step.ForService(s.Key), s, makes.Of(questionnaire.ServiceQuestions, s)),
            StringComparer.Ordinal);
        GroupsOfPersonalLink = GroupPage(makes, questionnaire.Groups.Where(g => g.Source == GroupSource.Asked));
        GroupsOfOpenLink = GroupPage(makes, questionnaire.Groups);
        if (questionnaire.LastQuestions.Count > 0)
            Last = new(Step.Last, null, makes.Of(questionnaire.LastQuestions, null));
        _pagesByField = new[] { Services, GroupsOfOpenLink, Last }.OfType<QuestionPage>().Concat(_services.Values)
            .SelectMany(page => page.Fields.Select(field => (page, field)))
            .ToFrozenDictionary(f => f.field.Name, f => f.page, StringComparer.Ordinal);
    }

    public Questionnaire Questionnaire { get; }

    public ItemList Items { get; }

    public QuestionPage? Services { get; }

    public QuestionPage? Last { get; }

    private QuestionPage? GroupsOfPersonalLink { get; }

    private QuestionPage? GroupsOfOpenLink { get; }

    /// <param name="questionnaire">What is asked.</param>
    /// <param name="inNewWords">The half of a bridge year that is asked in the new words; without a bridge there is no difference.</param>
    public static Booklet Of(Questionnaire questionnaire, bool inNewWords = false)
    {
        var made = Made.GetValue(questionnaire, static q => q.HasBridges ? [new(q, inNewWords: false), new(q, inNewWords: true)] : [new(q, inNewWords: false)]);
        return made[inNewWords ? ^1 : 0];
    }

    /// <summary>The page at a step, or null: there is none, or it asks nothing.</summary>
    public QuestionPage? Page(Step step, bool openLink) => step.Kind switch
    {
        StepKind.Services => Services,
        StepKind.Service => _services.GetValueOrDefault(step.Service!),
        StepKind.Groups => Groups(openLink),
        StepKind.Last => Last,
        _ => null,
    };

    /// <summary>The page on which a field stands, or null when the questionnaire has no such field.</summary>
    public QuestionPage? PageOf(string field, bool openLink) =>
        _pagesByField.GetValueOrDefault(field) is { } page && Page(page.Step, openLink) is { } own && own.Field(field) is not null ? own : null;

    /// <summary>By the open link nobody is known, so that every group is asked.</summary>
    public QuestionPage? Groups(bool openLink) => openLink ? GroupsOfOpenLink : GroupsOfPersonalLink;

    private static QuestionPage? GroupPage(FieldMaker makes, IEnumerable<CustomerGroup> groups)
    {
        var fields = groups.Select(makes.Of).ToArray();
        return fields.Length == 0 ? null : new(Step.Groups, null, fields);
    }

    private sealed class FieldMaker(Questionnaire questionnaire, bool inNewWords)
    {
        public ItemList Items { get; } = ItemList.Of(questionnaire);

        public Field Services(LocalText screener) => new()
        {
            Name = "used", Question = "used", Kind = FieldKind.Services, Text = screener, IsRequired = true, Items = ItemsOf("used"),
            Options =
            [
                .. questionnaire.Services.Select(s => new FieldOption { Value = s.Key, Code = 1, Label = s.Name }),
                new() { Value = Field.None, Code = 1, Word = "NoneOfThese", IsApart = true, IsExclusive = true },
            ],
        };

        public Field Of(CustomerGroup group) => new()
        {
            Name = $"group.{group.Key}", Question = group.Key, Kind = FieldKind.Group, Text = group.Text, Items = ItemsOf($"group.{group.Key}"),
            Options =
            [
                .. group.Options.Select(Option),
                new() { Value = Text(Item.Skipped), Code = Item.Skipped, Word = "RatherNotSay", IsApart = true },
            ],
        };

        /// <summary>New words stand where the old ones would, and rules look at the answers in them, so that nothing but the words differs between the halves.</summary>
        public Field[] Of(IReadOnlyList<Question> questions, Service? service)
        {
            var news = inNewWords ? questions.Where(q => q.Bridge is not null).ToDictionary(q => q.Bridge!, StringComparer.Ordinal) : [];
            return [.. questions.Where(q => q.Bridge is null).Select(q => Of(InWords(news.GetValueOrDefault(q.Key, q), news), service))];
        }

        private static Question InWords(Question question, Dictionary<string, Question> news) => news.Count == 0 || question.ShowIf is not { } rule ? question : question with
        {
            ShowIf = rule with { Conditions = [.. rule.Conditions.Select(c => news.TryGetValue(c.Question, out var other) ? c with { Question = other.Key } : c)] },
        };

        private Field Of(Question question, Service? service)
        {
            var name = service is null ? question.Key : $"{service.Key}.{question.Key}";
            return new()
            {
                Name = name,
                Question = question.Key,
                Kind = KindOf(question.Kind),
                Text = question.Text,
                Help = question.Help,
                Options = question.Kind == QuestionKind.Rating ? Points(questionnaire.Scale(question.Scale)!) : [.. question.Options.Select(Option)],
                IsRequired = question.Required,
                ShowIf = question.ShowIf,
                Minimum = question.Minimum,
                Maximum = question.Maximum,
                MaximumLength = Math.Min(question.MaximumLength, Field.LongestText),
                Items = ItemsOf(name),
            };
        }

        private Item[] ItemsOf(string field) => [.. Items.All.Where(i => i.Field == field)];

        private static FieldOption Option(ChoiceOption option) =>
            new() { Value = option.Key, Code = option.Code, Label = option.Label, IsExclusive = option.Exclusive, IsApart = option.Exclusive };

        private static FieldOption[] Points(RatingScale scale) =>
        [
            .. scale.Options.Select(o => new FieldOption { Value = Text(o.Code), Code = o.Code, Label = o.Label, Role = o.Role }),
            new() { Value = Text(Item.CannotJudge), Code = Item.CannotJudge, Label = scale.CannotJudge, IsApart = true },
        ];

        private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

        private static FieldKind KindOf(QuestionKind kind) => kind switch
        {
            QuestionKind.Rating => FieldKind.Rating,
            QuestionKind.SingleChoice => FieldKind.SingleChoice,
            QuestionKind.MultipleChoice => FieldKind.MultipleChoice,
            QuestionKind.Number => FieldKind.Number,
            QuestionKind.ShortText => FieldKind.ShortText,
            QuestionKind.LongText => FieldKind.LongText,
            QuestionKind.Information => FieldKind.Information,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
