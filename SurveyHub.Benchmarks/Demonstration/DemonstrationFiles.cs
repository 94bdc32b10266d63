using System.Globalization;
using SurveyHub.Definitions;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>The CSV files under seed-data/, made from nothing but the tables in <see cref="Hospital"/> and <see cref="OtherHospitals"/>, and the survey's wording: the same bytes every time.</summary>
public static class DemonstrationFiles
{
    public const string Folder = "internal-services";

    /// <returns>File name and content, in the order in which they are written. RFC 4180, UTF-8, LF.</returns>
    public static IEnumerable<(string Name, string Content)> All()
    {
        foreach (var year in Hospital.ClosedYears)
        {
            var frame = Frame.Of(year);
            yield return ($"frame-{Text(year)}.csv", FrameFile(frame));
            yield return ($"responses-{Text(year)}.csv", ResponsesFile(year, Answered(year, Respondents.Of(year, frame))));
        }
        var people = OpenEdition.People();
        yield return ($"people-{Text(Hospital.OpenYear)}.csv", PeopleFile(people));
        yield return ($"answers-{Text(Hospital.OpenYear)}.csv", ResponsesFile(Hospital.OpenYear, Answered(Hospital.OpenYear, OpenEdition.AnsweredSoFar(people))));
        yield return ("other-organisations.csv", OthersFile());
    }

    /// <summary>Figures are compared where the wording is the same, so it is St. Anna's own.</summary>
    private static string OthersFile()
    {
        var survey = new SurveyCatalog(SurveyCatalog.Find(AppContext.BaseDirectory, Environment.CurrentDirectory)).Read(Folder)?.Definition
            ?? throw new InvalidDataException($"surveys/{Folder}.yaml is missing or has faults.");
        string[][] rows = [.. OtherHospitals.Rows(survey.For).Select(r => r.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture) ?? "").ToArray())];
        return CsvText.Of(rows[0], rows.Skip(1));
    }

    private static IReadOnlyList<Respondent> Answered(int year, IReadOnlyList<Respondent> respondents)
    {
        Ratings.Fill(year, respondents);
        LastQuestions.Fill(year, respondents);
        Comments.Fill(year, respondents);
        return respondents;
    }

    private static string FrameFile(IEnumerable<Invited> frame) =>
        CsvText.Of(["department", "role", "disposition"], frame.Select(p => new[] { p.Department.Key, p.Role.Key, p.Disposition }));

    private static string PeopleFile(IEnumerable<Person> people) =>
        CsvText.Of(["address", "name", "language", "department", "role"], people.Select(p => new[] { p.Address, p.Name, p.Language, p.Department.Key, p.Role.Key }));

    private static string ResponsesFile(int year, IReadOnlyList<Respondent> respondents)
    {
        var services = Hospital.Services.Where(s => s.IsOfferedIn(year)).Select(s => s.Key).ToArray();
        string[] pages = [Aspect.Main, .. Aspect.All.Select(a => a.Key), Aspect.Comment];
        string[] items =
        [
            .. services.SelectMany(s => pages.Select(p => $"{s}.{p}")),
            Aspect.Main, LastQuestions.HoursLost, .. LastQuestions.HeardByItems, Aspect.LastWords,
        ];
        return CsvText.Of(
            ["respondent", "department", "role", "language", "complete", .. services.Select(s => $"used.{s}"), .. items],
            respondents.Select((r, i) => (string[])
            [
                Text(i + 1), r.Department.Key, r.Role.Key, r.Language, r.IsComplete ? "1" : "0",
                .. services.Select(s => r.Used.Contains(s) ? "1" : "0"), .. items.Select(item => r[item]),
            ]));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
