using System.Globalization;

namespace SurveyHub.Benchmarks.Demonstration.Joint;

/// <summary>What people wrote. Each line of joint-comments.tsv is given once, to somebody whose rating and language it fits.</summary>
internal static class JointComments
{
    private sealed record Remark(int Year, string Service, int Worst, int Best, string Language, string Text)
    {
        public string Item => Service == JointAnswers.OneWish ? Service : $"{Service}.{JointAnswers.Comment}";

        public bool Fits(Customer customer) =>
            customer.Code(Service == JointAnswers.OneWish ? JointAnswers.Overall : $"{Service}.{JointAnswers.Overall}") is { } code && code >= Worst && code <= Best
            && customer.Language == Language && customer[Item].Length == 0;
    }

    /// <exception cref="InvalidOperationException">Nobody of the edition could have written one of the comments.</exception>
    public static void Fill(int year, IReadOnlyList<Customer> customers)
    {
        var dice = new Dice($"joint/{year}/comments");
        // The narrowest first: they have the fewest people to choose from.
        foreach (var remark in Remarks().Where(r => r.Year == year).OrderBy(r => customers.Count(r.Fits)))
        {
            var writers = customers.Where(remark.Fits).ToArray();
            if (writers.Length == 0) throw new InvalidOperationException($"Nobody in {year} could have written “{remark.Text}”; widen its line in joint-comments.tsv.");
            writers[dice.Index(writers.Length)][remark.Item] = remark.Text;
        }
    }

    private static IEnumerable<Remark> Remarks()
    {
        using var stream = typeof(JointComments).Assembly.GetManifestResourceStream("joint-comments.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var year, var service, [var worst, '-', var best], var language, var text])
                throw new InvalidOperationException($"joint-comments.tsv: five columns were expected in “{line}”.");
            yield return new(int.Parse(year, CultureInfo.InvariantCulture), service, worst - '0', best - '0', language, text);
        }
    }
}
