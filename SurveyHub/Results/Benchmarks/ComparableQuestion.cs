using System.Security.Cryptography;
using System.Text;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Benchmarks;

/// <summary>What organisations must have in common to compare a figure: about what they ask, in which words, on which scale.</summary>
/// <param name="Concept">The service's key; <see cref="AllServices"/> for a question about none.</param>
/// <param name="Label">The service's name, or the survey's.</param>
/// <param name="Dimension">The question's key.</param>
/// <param name="ItemHash">Of its wording and the labels of its options.</param>
/// <param name="ScalePoints">How many options it has.</param>
/// <param name="ScaleHash">Of codes, roles and labels.</param>
public sealed record ComparableQuestion(string Concept, string Label, string Dimension, string ItemHash, int ScalePoints, string ScaleHash)
{
    /// <summary>The concept of what is asked about no single service.</summary>
    public const string AllServices = "all_services";

    /// <summary>The customer group of all customers.</summary>
    public const string AllCustomers = "all";

    /// <summary>What an edition can be compared by: each service's own rating, and the overall question where there is one.</summary>
    public static IReadOnlyList<(Item Item, ComparableQuestion Question)> ComparedOf(Edition edition) =>
        [.. edition.Items.MainRatings.Concat(edition.Items.Overall is { } overall ? [overall] : []).Select(i => (i, Of(edition.Questionnaire, i)))];

    /// <summary>How somebody else's figure about the same thing was asked.</summary>
    public QuestionFit FitOf(BenchmarkFigure figure) =>
        figure.ScaleHash != ScaleHash ? QuestionFit.OtherScale : figure.ItemHash != ItemHash ? QuestionFit.OtherWording : QuestionFit.Same;

    /// <summary>In the survey's first language, which the file names.</summary>
    /// <param name="questionnaire">As it was asked.</param>
    /// <param name="item">A rating.</param>
    public static ComparableQuestion Of(Questionnaire questionnaire, Item item)
    {
        var (language, scale) = (questionnaire.Languages[0], item.Scale!);
        var labels = scale.Options.Select(o => o.Label.In(language)).Append(scale.CannotJudge.In(language)).ToArray();
        return new(
            item.Service ?? AllServices,
            item.Service is { } service ? questionnaire.Service(service)!.Name.In(language) : questionnaire.Title.In(language),
            item.Question,
            Hash([questionnaire.QuestionOf(item)!.Text.In(language), .. labels]),
            scale.Options.Count,
            Hash([.. scale.Options.Select(o => $"{o.Code} {o.Role} {o.Label.In(language)}")]));
    }

    /// <summary>The same words give the same hash, whatever their capitals and blanks; other words are seen to be other words.</summary>
    private static string Hash(IEnumerable<string> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words.Select(Normalised)))));

    private static string Normalised(string words) =>
        string.Join(' ', words.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Whether a figure of somebody else can stand beside ours.</summary>
public enum QuestionFit
{
    Same,

    /// <summary>The same options, another question.</summary>
    OtherWording,
    OtherScale,
}
