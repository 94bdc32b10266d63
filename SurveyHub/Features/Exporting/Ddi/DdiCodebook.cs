using System.Globalization;
using System.Reflection;
using System.Xml;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Ddi;

/// <summary>
/// An edition described as archives do it: DDI-Codebook 2.5. From the questionnaire and the tables of the report alone, so that nothing is in
/// it that no page shows.
/// </summary>
public sealed class DdiCodebook(EditionStore editions)
{
    public async Task WriteAsync(Stream output, EditionReport report, CancellationToken cancellation)
    {
        var survey = await editions.OfSurveyAsync(report.Edition.Survey, cancellation);
        // The document is as large as the questionnaire; the response takes no synchronous writing.
        using var whole = new MemoryStream();
        using (var xml = XmlWriter.Create(whole, new() { Indent = true, NewLineChars = "\n", CloseOutput = false }))
            new DdiDocument(new(xml), report, survey).Write();
        whole.Position = 0;
        await whole.CopyToAsync(output, cancellation);
    }

    private sealed class DdiDocument(DdiWriter ddi, EditionReport report, IReadOnlyList<Edition> survey)
    {
        private readonly Edition _edition = report.Edition;
        private readonly MicrodataColumns _columns = new(report.Edition);

        private Questionnaire Questionnaire => _edition.Questionnaire;

        private IReadOnlyList<string> Languages => Questionnaire.Languages;

        public void Write() => ddi.Root(Languages[0], () =>
        {
            ddi.Element("stdyDscr", Study);
            ddi.Element("fileDscr", [("ID", "F1")], File);
            ddi.Element("dataDscr", () => new DdiVariables(ddi, report, survey).Write());
        });

        private void Study()
        {
            ddi.Element("citation", Citation);
            ddi.Element("stdyInfo", () =>
            {
                if (Questionnaire.Purpose is { } purpose) ddi.InEach("abstract", Languages, purpose);
                ddi.Element("sumDscr", Summary);
            });
            ddi.Element("method", Method);
            ddi.In("notes", "en", $"{Promise} No figure here rests on fewer than {Questionnaire.MinimumAnswers} answers; what the report hides is not here.");
        }

        private void Citation()
        {
            ddi.Element("titlStmt", () =>
            {
                ddi.In("titl", Languages[0], $"{Questionnaire.Title.In(Languages[0])} {Year}");
                foreach (var language in Languages.Skip(1)) ddi.In("parTitl", language, $"{Questionnaire.Title.In(language)} {Year}");
                ddi.Text("IDNo", $"{_edition.Survey}-{Year}");
            });
            ddi.Element("rspStmt", () => ddi.In("AuthEnty", Languages[0], Questionnaire.Organisation.In(Languages[0])));
            ddi.Element("prodStmt", () => ddi.Text("software", "SurveyHub", ("version", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "")));
            ddi.Element("serStmt", () => ddi.Text("serName", _edition.Survey));
            ddi.Element("verStmt", () => ddi.Text("version", $"questionnaire SHA-256 {_edition.QuestionnaireSha256}"));
        }

        private void Summary()
        {
            ddi.Text("timePrd", Year, ("date", Year), ("event", "single"));
            if (_edition.DaysAreKnown)
            {
                ddi.Text("collDate", Day(_edition.OpensOn), ("date", Day(_edition.OpensOn)), ("event", "start"));
                ddi.Text("collDate", Day(_edition.ClosesOn), ("date", Day(_edition.ClosesOn)), ("event", "end"));
            }
            ddi.In("anlyUnit", "en", "Individual");
            ddi.In("universe", "en", "Internal customers of the services asked about.");
            ddi.In("dataKind", "en", "Survey data");
        }

        private void Method()
        {
            ddi.Element("dataColl", () =>
            {
                ddi.In("timeMeth", "en", "Repeated cross-section, once a year");
                ddi.In("sampProc", "en", "All internal customers are asked; no sample is drawn.");
                if (_edition.Origin == EditionOrigin.Collected) ddi.In("collMode", "en", "Self-administered questionnaire on the web");
            });
            if (ResponseRate is { } rate) ddi.Element("anlyInfo", () => ddi.In("respRate", "en", $"{(100 * rate).ToString("0.0", CultureInfo.InvariantCulture)} % (AAPOR RR2)"));
        }

        private void File() => ddi.Element("fileTxt", () =>
        {
            ddi.Text("fileName", "responses_wide.csv");
            ddi.Element("dimensns", () =>
            {
                if (Cases is { } cases) ddi.Text("caseQnty", cases.ToString(CultureInfo.InvariantCulture));
                ddi.Text("varQnty", _columns.Wide.Count.ToString(CultureInfo.InvariantCulture));
            });
            ddi.In("fileType", "en", "Comma-separated values, UTF-8; the same as an SPSS system file with underscores for the dots in names");
        });

        private string Year => _edition.Year.ToString(CultureInfo.InvariantCulture);

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private ResponseRateRow? Everyone => report.Rows(ResponseRateRow.Table).FirstOrDefault(r => r.Attribute.Length == 0);

        /// <summary>Of so few invited the number of answers would say who answered.</summary>
        private bool TellsAnswered => Everyone?.Invited is not { } invited || invited == 0 || !FewPeople.Are(invited);

        private double? ResponseRate => TellsAnswered ? Everyone?.Rr2 : null;

        private int? Cases => TellsAnswered && report.MayShowResponses ? report.Rows(HeadlineRow.Table)[0].Respondents : null;

        private string Promise => Questionnaire.Anonymity switch
        {
            Anonymity.Anonymous => "Anonymous: who answered and what was answered cannot be joined.",
            Anonymity.Confidential => "Confidential: no page and no file joins who answered with what was answered.",
            _ => "Identified: customers were told that the survey's owner may see who answered what.",
        };
    }
}
