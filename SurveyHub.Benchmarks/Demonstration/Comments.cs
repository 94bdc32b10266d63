using System.Globalization;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>What people wrote. Each comment of comments.tsv is given once, to somebody whose rating, role and language it fits.</summary>
internal static class Comments
{
    private sealed record Remark(int Year, string Service, int Worst, int Best, string Language, string Role, string Department, string Text)
    {
        public bool IsLastWords => Service == Aspect.LastWords;
        public string Item => IsLastWords ? Aspect.LastWords : $"{Service}.{Aspect.Comment}";
        private string Rating => IsLastWords ? Aspect.Main : $"{Service}.{Aspect.Main}";

        public bool Fits(Respondent respondent) =>
            respondent.Code(Rating) is { } code && code >= Worst && code <= Best && !respondent.Department.IsTiny && respondent[Item].Length == 0
            && respondent.Language == Language && (Role.Length == 0 || respondent.Role.Key == Role)
            && (Department.Length == 0 || respondent.Department.Key == Department);
    }

    /// <exception cref="InvalidOperationException">Nobody of the year could have written one of the comments.</exception>
    public static void Fill(int year, IReadOnlyList<Respondent> respondents)
    {
        var dice = new Dice($"{year}/comments");
        var unwritten = new List<string>();
        // The narrowest first: they have the fewest people to choose from.
        foreach (var remark in Remarks().Where(r => r.Year == year).OrderBy(r => respondents.Count(r.Fits)))
        {
            var writers = respondents.Where(remark.Fits).ToArray();
            if (writers.Length == 0) unwritten.Add(remark.Text);
            else writers[dice.Index(writers.Length)][remark.Item] = remark.Text;
        }
        if (unwritten.Count > 0)
            throw new InvalidOperationException($"Nobody in {year} could have written these; widen their lines in comments.tsv:\n{string.Join('\n', unwritten)}");
    }

    private static IEnumerable<Remark> Remarks()
    {
        using var stream = typeof(Comments).Assembly.GetManifestResourceStream("comments.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var year, var service, [var worst, '-', var best], var language, var role, var department, var text])
                throw new InvalidOperationException($"comments.tsv: seven columns were expected in “{line}”.");
            yield return new(int.Parse(year, CultureInfo.InvariantCulture), service, worst - '0', best - '0', language, role, department, text);
        }
    }
}
