using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Surveys;

public enum Anonymity
{
    /// <summary>Who answered and what was answered cannot be joined by anyone who has the database.</summary>
    Anonymous,

    /// <summary>They can be joined in the database; no page and no file of the product does.</summary>
    Confidential,

    /// <summary>The survey's owner may see who answered what; customers are told.</summary>
    Identified,
}

/// <summary>Which figure is the headline (methodology M6); never switched silently.</summary>
public enum HeadlineKind
{
    /// <summary>The overall question.</summary>
    OverallQuestion,

    /// <summary>Plain mean of the services' shares.</summary>
    MeanOfServices,

    /// <summary>Share of all ratings pooled.</summary>
    PooledRatings,
}

/// <summary>Everything an edition asks and promises. Frozen as JSON at opening; the frozen text is the truth for its answers for ever.</summary>
public sealed record Questionnaire
{
    /// <summary>Key of the question that <see cref="HeadlineKind.OverallQuestion"/> means.</summary>
    public const string OverallQuestion = "overall";

    public required string Survey { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Organisation { get; init; }
    public LocalText? Purpose { get; init; }

    /// <summary>What last year's answers led to, for the welcome page.</summary>
    public LocalText? SinceLastYear { get; init; }

    /// <summary>Languages offered; the first is the default.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Minutes it takes, told on the welcome page.</summary>
    public required int Minutes { get; init; }
    public required Anonymity Anonymity { get; init; }

    /// <summary>Fewest valid answers for which a figure is shown; at least 5.</summary>
    public required int MinimumAnswers { get; init; }

    /// <summary>Fewest answers for which comments are shown; at least 10.</summary>
    public required int MinimumForComments { get; init; }
    public required HeadlineKind Headline { get; init; }

    /// <summary>Ask about the services in random order, kept with the answer.</summary>
    public required bool RandomServiceOrder { get; init; }
    public required IReadOnlyList<Provider> Providers { get; init; }

    /// <summary>Services asked about in this edition, in the file's order.</summary>
    public required IReadOnlyList<Service> Services { get; init; }
    public required IReadOnlyList<RatingScale> Scales { get; init; }

    /// <summary>"Which of these have you used?"; null asks everybody about every service.</summary>
    public LocalText? Screener { get; init; }

    /// <summary>The rating template: asked for every service. Its first rating question is the service's main rating.</summary>
    public required IReadOnlyList<Question> ServiceQuestions { get; init; }
    public required IReadOnlyList<CustomerGroup> Groups { get; init; }

    /// <summary>Asked once, at the end: the overall rating, last words.</summary>
    public required IReadOnlyList<Question> LastQuestions { get; init; }

    /// <summary>How services, questions, scales and customer groups live through the years, this one included; null where nothing is declared.</summary>
    public IReadOnlyList<LineageEdge>? Lineage { get; init; }

    /// <summary>By which groups results are weighted as well; null where they are not.</summary>
    public Weighting? Weighting { get; init; }

    /// <summary>
    /// True where the interval of "the share among these people" stands beside the usual one, for a survey that nearly everybody answers
    /// (methodology M12). Absent where it does not, so that what was frozen earlier reads the same.
    /// </summary>
    public bool? Census { get; init; }

    /// <summary>
    /// True where groups that are hidden together have at least as many answers as a test needs, so that hardly ever all of them are of one opinion
    /// (methodology M9, rules 2 and 6). Absent where that is allowed, so that what was frozen earlier reads the same.
    /// </summary>
    public bool? ProtectUnanimous { get; init; }

    /// <summary>The good-or-excellent share aimed at for the headline, 0 to 1; null where none was set. Services have their own.</summary>
    public double? Target { get; init; }

    /// <summary>Which service questions ask what customers expect; null where none does.</summary>
    public Expectations? Expectations { get; init; }

    public Service? Service(string key) => Services.FirstOrDefault(s => s.Key == key);

    public RatingScale? Scale(string? key) => Scales.FirstOrDefault(s => s.Key == key);

    /// <summary>The question that an item asks; null for usage and groups, which have no wording of their own.</summary>
    public Question? QuestionOf(Item item) => (item.Service is null ? LastQuestions : ServiceQuestions).FirstOrDefault(q => q.Key == item.Question);

    /// <summary>A random half is asked some questions in other words than the other half.</summary>
    public bool HasBridges => ServiceQuestions.Concat(LastQuestions).Any(q => q.Bridge is not null);

    /// <summary>The question that gives a service its share: the template's first rating.</summary>
    public Question? MainRating => ServiceQuestions.FirstOrDefault(q => q.Kind == QuestionKind.Rating);
}
