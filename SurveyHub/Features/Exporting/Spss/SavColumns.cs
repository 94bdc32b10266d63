using System.Globalization;
using System.Text;
using SurveyHub.Features.Exporting.Sav;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Spss;

/// <summary>
/// The microdata's columns as SPSS has them: the same as in responses_wide.csv, with the labels of one language of the codebook. A weight
/// that is blank in every row is no column, for whoever weighted by it would have no cases left.
/// </summary>
internal static class SavColumns
{
    /// <summary>Longer than any pseudonym an import takes, in plain letters; a longer one ends in a hash.</summary>
    private const int PersonBytes = 200;

    /// <summary>As long as a language tag may be.</summary>
    private const int LanguageBytes = 35;
    private const int Digits = 8;

    public static IReadOnlyList<SavColumn> Of(Microdata microdata, bool hasWeights, string language)
    {
        var columns = new MicrodataColumns(microdata.Edition);
        var words = new ColumnWords(language);
        return [.. OfResponse(microdata.Edition, words, language), .. columns.HasPerson ? OfPerson(words, microdata.Carried.Weight && hasWeights) : [], .. OfItems(microdata, columns, language)];
    }

    private static IEnumerable<SavColumn> OfResponse(Edition edition, ColumnWords words, string language)
    {
        var codebook = new CodebookWords(edition.Questionnaire);
        yield return new(new() { Name = "response_id", Label = words.Response, Format = SavFormat.Number(Digits), Measure = SavMeasure.Nominal }, (sav, row) => sav.Write(row.Number));
        yield return new(new() { Name = "survey", Label = words.Survey, Format = SavFormat.Text(Encoding.UTF8.GetByteCount(edition.Survey)), Measure = SavMeasure.Nominal }, (sav, _) => sav.Write(edition.Survey));
        yield return new(new() { Name = "edition", Label = words.Edition, Format = SavFormat.Number(4), Measure = SavMeasure.Nominal }, (sav, _) => sav.Write(edition.Year));
        yield return new(new()
        {
            Name = "is_complete", Label = words.IsComplete, Format = SavFormat.Number(1), Measure = SavMeasure.Nominal,
            ValueLabels = [new(0, codebook.No.In(language)), new(1, codebook.Yes.In(language))],
        }, (sav, row) => sav.Write(row.Response.IsComplete ? 1 : 0));
    }

    private static IEnumerable<SavColumn> OfPerson(ColumnWords words, bool hasWeight)
    {
        yield return new(new() { Name = "submitted_on", Label = words.SubmittedOn, Format = SavFormat.Day, Measure = SavMeasure.Scale }, (sav, row) => sav.Write(row.Day));
        yield return new(new() { Name = "language", Label = words.Language, Format = SavFormat.Text(LanguageBytes), Measure = SavMeasure.Nominal }, (sav, row) => sav.Write(row.Language));
        yield return new(new() { Name = "person_key", Label = words.Person, Format = SavFormat.Text(PersonBytes), Measure = SavMeasure.Nominal }, (sav, row) => sav.Write(row.Response.PersonKey));
        if (hasWeight)
            yield return new(new() { Name = "weight", Label = words.Weight, Format = SavFormat.Number(12, 6), Measure = SavMeasure.Scale }, (sav, row) => sav.Write(row.Weight));
    }

    private static IEnumerable<SavColumn> OfItems(Microdata microdata, MicrodataColumns columns, string language)
    {
        var questionnaire = microdata.Edition.Questionnaire;
        var at = Math.Max(0, questionnaire.Languages.ToList().IndexOf(language));
        var lines = Codebook.Of(microdata).ToLookup(l => l.Variable);
        var group = 0;
        foreach (var item in columns.Items)
        {
            var variable = VariableOf(questionnaire, item, [.. lines[item.Key]], at);
            if (item.Kind == ItemKind.Group)
            {
                var place = group++;
                yield return new(variable, (sav, row) => sav.Write(row.Shown[place]));
            }
            else if (variable.Missing.Count > 0) yield return new(variable, (sav, row) => sav.Write(row.Value(item)));
            else yield return new(variable, (sav, row) => sav.Write(row.IsSkipped(item) ? null : row.Value(item)));
        }
    }

    private static SavVariable VariableOf(Questionnaire questionnaire, Item item, IReadOnlyList<CodebookLine> lines, int language)
    {
        var values = MayBeNegative(questionnaire, item) ? [] : lines.Where(l => l.Value.Length > 0).ToArray();
        return new()
        {
            Name = item.Key,
            Label = lines[0].Labels[language],
            Format = item.Kind == ItemKind.Number ? SavFormat.Number(10, 2) : SavFormat.Number(values.Max(l => l.Value.Length)),
            Measure = lines[0].Type switch
            {
                "ordinal" => SavMeasure.Ordinal,
                "scale" => SavMeasure.Scale,
                _ => SavMeasure.Nominal,
            },
            ValueLabels = [.. values.Select(l => KeyValuePair.Create(Number(l), l.ValueLabels[language]))],
            Missing = [.. values.Where(l => l.Missing).Select(Number)],
        };
    }

    /// <summary>A number that may itself be -9 cannot have -9 for a missing value: what was skipped is system-missing there.</summary>
    private static bool MayBeNegative(Questionnaire questionnaire, Item item) =>
        item.Kind == ItemKind.Number && !(questionnaire.QuestionOf(item)?.Minimum > Item.Skipped);

    private static double Number(CodebookLine line) => double.Parse(line.Value, CultureInfo.InvariantCulture);
}
