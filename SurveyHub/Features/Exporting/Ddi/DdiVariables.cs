using System.Globalization;
using SurveyHub.Results.Withholding;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Ddi;

/// <summary>The columns of the microdata, grouped by service, with the figures that the report shows of them.</summary>
internal sealed class DdiVariables(DdiWriter ddi, EditionReport report, IReadOnlyList<Edition> survey)
{
    private readonly Edition _edition = report.Edition;
    private readonly MicrodataColumns _columns = new(report.Edition);
    private readonly ILookup<string, DistributionRow> _spread = report.Rows(DistributionRow.Table).ToLookup(r => r.Item);

    private Questionnaire Questionnaire => _edition.Questionnaire;

    private IReadOnlyList<string> Languages => Questionnaire.Languages;

    public void Write()
    {
        foreach (var (at, service) in Questionnaire.Services.Index())
        {
            var items = _columns.Items.Where(i => i.Service == service.Key).Select(Id).ToArray();
            if (items.Length > 0) ddi.Element("varGrp", [("ID", $"G{at + 1}"), ("type", "subject"), ("name", service.Key), ("var", string.Join(' ', items))], () => ddi.InEach("labl", Languages, service.Name));
        }
        foreach (var (at, column) in _columns.OfResponse.Index()) OfResponse(at, column);
        var lines = Codebook.Of(_edition, survey).ToLookup(l => l.Variable);
        foreach (var item in _columns.Items) OfItem(item, [.. lines[item.Key]]);
    }

    private static string Id(Item item) => $"V{item.No}";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private void OfResponse(int at, string column) =>
        ddi.Element("var", [("ID", $"R{at + 1}"), ("name", column), ("files", "F1")], () =>
        {
            ddi.InEach("labl", Languages, language => new ColumnWords(language).Of(column));
            ddi.Element("varFormat", column switch
            {
                "survey" or "language" or "person_key" => [("type", "character")],
                "submitted_on" => [("type", "character"), ("category", "date")],
                _ => [("type", "numeric")],
            });
        });

    private void OfItem(Item item, IReadOnlyList<CodebookLine> lines)
    {
        var values = lines.Where(l => l.Value.Length > 0).ToArray();
        var attributes = new[] { ("ID", Id(item)), ("name", item.Key), ("files", "F1"), ("intrvl", item.Kind == ItemKind.Number ? "contin" : "discrete"), ("nature", Nature(lines[0].Type)) };
        ddi.Element("var", attributes, () =>
        {
            ddi.InEach("labl", Languages, language => lines[0].Labels[Languages.ToList().IndexOf(language)]);
            if (Wording(item) is { } wording) ddi.Element("qstn", () => ddi.InEach("qstnLit", Languages, wording));
            ValidValues(item, values);
            ddi.Element("invalrng", () =>
            {
                foreach (var missing in values.Where(v => v.Missing)) ddi.Element("item", [("VALUE", missing.Value)]);
            });
            if (item.Service is { } service && item.Kind != ItemKind.Usage && Questionnaire.Screener is not null)
                ddi.In("universe", "en", $"Respondents who use {Questionnaire.Service(service)!.Name.In(Languages[0])}");
            var figures = item.Kind == ItemKind.Rating ? PublishedTotals.RatingRow(report, item) : null;
            Statistics(figures);
            foreach (var value in values) Category(item, value, figures);
            ddi.Text("concept", $"lineage:{lines[0].LineageId}");
            ddi.Element("varFormat", [("type", "numeric")]);
            if (lines[0].SeriesBreakNote.Length > 0) ddi.In("notes", "en", lines[0].SeriesBreakNote);
        });
    }

    private void ValidValues(Item item, IReadOnlyList<CodebookLine> values)
    {
        if (item.Kind == ItemKind.Number)
        {
            var question = Questionnaire.QuestionOf(item);
            var range = new (string Name, decimal? Value)[] { ("min", question?.Minimum), ("max", question?.Maximum) }.Where(r => r.Value is not null)
                .Select(r => (r.Name, r.Value!.Value.ToString(CultureInfo.InvariantCulture))).ToArray();
            if (range.Length > 0) ddi.Element("valrng", () => ddi.Element("range", range));
            return;
        }
        ddi.Element("valrng", () =>
        {
            foreach (var valid in values.Where(v => !v.Missing)) ddi.Element("item", [("VALUE", valid.Value)]);
        });
    }

    private void Statistics(ServiceYearRow? figures)
    {
        if (figures is not { IsVisible: true, Valid: { } valid }) return;
        ddi.Text("sumStat", Text(valid), ("type", "vald"));
        if (figures.MeanCode is { } mean) ddi.Text("sumStat", Text(mean), ("type", "mean"));
    }

    private void Category(Item item, CodebookLine value, ServiceYearRow? figures)
    {
        ddi.Element("catgry", value.Missing ? [("missing", "Y")] : [], () =>
        {
            ddi.Text("catValu", value.Value);
            ddi.InEach("labl", Languages, language => value.ValueLabels[Languages.ToList().IndexOf(language)]);
            if (Frequency(item, int.Parse(value.Value, CultureInfo.InvariantCulture), figures) is { } n && n >= Questionnaire.MinimumAnswers)
                ddi.Text("catStat", Text(n), ("type", "freq"));
        });
    }

    /// <summary>As the report shows it; null where it shows none.</summary>
    private int? Frequency(Item item, int code, ServiceYearRow? figures) =>
        code == Item.CannotJudge ? figures is { IsVisible: true } ? figures.NotApplicable : null
        : code == Item.Skipped ? null
        : _spread[item.ReportKey].FirstOrDefault(r => r.Code == code)?.N;

    private LocalText? Wording(Item item) => item.Kind switch
    {
        ItemKind.Usage => Questionnaire.Screener,
        ItemKind.Group => Questionnaire.Groups.First(g => g.Key == item.Question).Text,
        _ => Questionnaire.QuestionOf(item)?.Text,
    };

    private static string Nature(string type) => type switch
    {
        "ordinal" => "ordinal",
        "scale" => "ratio",
        _ => "nominal",
    };
}
