using System.Reflection;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Features.Exporting.Sav;
using SurveyHub.Results;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Spss;

/// <summary>The microdata of a closed edition as one SPSS system file: the rows of responses_wide.csv and what the codebook says of them.</summary>
public sealed class MicrodataSav(Database database, EditionStore editions)
{
    /// <param name="output">Where to.</param>
    /// <param name="report">Of which edition.</param>
    /// <param name="language">In which language labels are; one of the questionnaire's.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <returns>How many responses are in it.</returns>
    /// <exception cref="InvalidOperationException">The edition was opened again since its report was read.</exception>
    public Task<int> WriteAsync(Stream output, EditionReport report, string language, CancellationToken cancellation) =>
        Microdata.ReadAsync(database, editions, report, async (microdata, token) =>
        {
            var edition = microdata.Edition;
            var columns = SavColumns.Of(microdata, await microdata.Rows.HaveWeightsAsync(), language);
            var sav = SavWriter.To(output, new()
            {
                Label = $"{edition.Questionnaire.Title.In(language)} {edition.Year}",
                Software = $"SurveyHub {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}",
                // Not the moment of the download: the same edition gives the same bytes.
                Day = edition.ClosesOn,
                Cases = await microdata.Rows.CountAsync(),
                Documents = [.. Documents(microdata)],
                Variables = [.. columns.Select(c => c.Variable)],
            });
            await microdata.Rows.ForEachAsync(row =>
            {
                foreach (var column in columns) column.Write(sav, row);
                return sav.EndCaseAsync(token);
            }, token);
            await sav.CompleteAsync(token);
            return sav.Cases;
        }, cancellation);

    private static IEnumerable<string> Documents(Microdata microdata)
    {
        var edition = microdata.Edition;
        yield return $"{edition.Survey} {edition.Year}, questionnaire SHA-256 {edition.QuestionnaireSha256}, {MethodVersion.Current}.";
        yield return $"Missing values: {Item.CannotJudge} cannot judge, {Item.Skipped} shown and left empty. System-missing: not shown, or withheld. Names are the keys of responses_wide.csv with underscores.";
        if (microdata.Edition.Items.All.Any(i => i.Kind == ItemKind.Text)) yield return "Comments are not in this file: beside a department they could name their author. The ZIP has them apart.";
        foreach (var sentence in new LeftOut(microdata).BeforeRows) yield return $"Left out: {sentence}";
    }
}
