using SurveyHub.Responses;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>
/// What responses_long.csv says of one item, from the survey to the role of the answer. Few answers are possible and millions of rows say
/// them, so each is encoded when it is first given.
/// </summary>
internal sealed class LongAnswers
{
    private readonly Item _item;
    private readonly CsvFields _asked;
    private readonly CsvFields _withheld;
    private readonly CsvFields _notShown;
    private readonly CsvFields _withoutCode;
    private readonly Dictionary<int, CsvFields> _byCode = [];

    public LongAnswers(Edition edition, Item item)
    {
        _item = item;
        _asked = CsvFields.Of(csv =>
        {
            csv.Write(edition.Survey);
            csv.Write(edition.Year);
            csv.Write(edition.QuestionnaireSha256[..12]);
            csv.Write(item.Service);
            csv.Write(item.Key);
        });
        _withheld = With(null, MicrodataColumns.Withheld);
        _notShown = With(null, MicrodataColumns.Role(item, shown: false, null));
        _withoutCode = With(null, MicrodataColumns.Role(item, shown: true, null));
    }

    /// <param name="csv">Where to.</param>
    /// <param name="response">Whose answer.</param>
    /// <param name="blank">By item number, whether the answer is left out.</param>
    public void Write(CsvWriter csv, StreamedResponse response, bool[] blank)
    {
        if (blank[_item.No]) csv.Write(_withheld);
        else if (!response.Shown(_item.No)) csv.Write(_notShown);
        else if (response.Code(_item.No) is { } code) csv.Write(_byCode.TryGetValue(code, out var known) ? known : _byCode[code] = With(code, MicrodataColumns.Role(_item, shown: true, code)));
        else if (_item.Kind != ItemKind.Number || response.Number(_item.No) is not { } number) csv.Write(_withoutCode);
        else
        {
            csv.Write(_asked);
            csv.Write(number);
            csv.Write(MicrodataColumns.Role(_item, shown: true, null));
        }
    }

    private CsvFields With(int? value, string role) => CsvFields.Of(csv =>
    {
        csv.Write(_asked);
        csv.Write(value);
        csv.Write(role);
    });
}
