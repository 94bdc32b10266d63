using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>The series that begin anew because the file says so (comparable: no): one break for each year, where there is a year before it.</summary>
internal static class DeclaredBreaks
{
    public static IEnumerable<BroughtBreak> Of(HistoryData data, IEnumerable<int> storedYears)
    {
        var all = storedYears.Concat(data.Rows.Select(r => r.Year)).ToHashSet();
        return from year in data.Years
               let broken = year.Where(r => !r.IsComparable).Select(r => r.Item).DistinctBy(i => i.Key).OrderBy(i => i.No).ToList()
               where broken.Count > 0 && all.Any(y => y < year.Key)
               select new BroughtBreak(all.Where(y => y < year.Key).Max(), year.Key, new()
               {
                   Key = "file.comparable",
                   Subject = DifferenceSubject.ServiceQuestion,
                   Effect = SeriesEffect.Break,
                   Items = [.. broken.Select(i => i.Key)],
                   Sentence = $"The file says (comparable: no) that {string.Join(", ", broken.Select(i => $"“{data.NameOf(year.Key, i)}”"))} cannot be compared with the years before. {(broken.Count == 1 ? "Its trend breaks" : "Their trends break")} here.",
               });
    }
}
