using System.Net;
using System.Text.RegularExpressions;

namespace SurveyHub.Tests.Features.Reporting.HardCases;

/// <summary>Follows every link of a survey's reports, pages and files, and looks at what comes back as a reader would.</summary>
internal sealed partial class ReportWalk(HttpClient reader, string survey)
{
    // Of 300 services or 60 cells these are enough to see how each kind of page looks.
    private const int OfEachKind = 4;

    private readonly Dictionary<string, int> _kinds = [];
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _ahead = [];

    /// <summary>Addresses that were read.</summary>
    public List<string> Read { get; } = [];

    public List<string> Faults { get; } = [];

    public async Task GoAsync()
    {
        Meet($"/reports/{survey}");
        while (_ahead.TryDequeue(out var address))
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative));
            Read.Add(address);
            // No file of single responses where there are next to none: said in words.
            if (answer.StatusCode != HttpStatusCode.OK && !(answer.StatusCode == HttpStatusCode.Conflict && address.Contains("microdata", StringComparison.Ordinal)))
                Faults.Add($"{address}: {answer.StatusCode}");
            var kind = answer.Content.Headers.ContentType?.MediaType ?? "";
            if (kind.StartsWith("text/", StringComparison.Ordinal) || kind.EndsWith("xml", StringComparison.Ordinal)) Look(address, await answer.Content.ReadAsStringAsync(), kind == "text/html");
        }
    }

    private void Look(string address, string text, bool isPage)
    {
        var read = Tokens().Replace(text, "");
        if (NoWord().Match(read) is { Success: true, Index: var at }) Faults.Add($"{address}: …{read[Math.Max(0, at - 30)..Math.Min(read.Length, at + 40)]}…");
        if (!isPage) return;
        var words = Tags().Replace(text, " ");
        // The counts behind a figure are those of the file that computes it again.
        if (!address.Contains("/figures/", StringComparison.Ordinal) && TooExact().Match(words) is { Success: true } digits) Faults.Add($"{address}: {digits.Value} has more digits than anybody reads");
        foreach (Match link in Links().Matches(text)) Meet(WebUtility.HtmlDecode(link.Groups[1].Value));
    }

    private void Meet(string link)
    {
        var address = link.Split('#')[0];
        if (!Own(address) || !_seen.Add(address)) return;
        var kind = Kinds().Replace(address, "$1/*");
        kind = Digits().Replace(Values().Replace(kind, "=*"), "0");
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (_kinds[kind] <= OfEachKind) _ahead.Enqueue(address);
    }

    private bool Own(string address) => address.StartsWith($"/reports/{survey}", StringComparison.Ordinal) || address.StartsWith($"/exports/{survey}/", StringComparison.Ordinal);

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("\\bNaN\\b|∞|Infinity|Exception|System\\.")]
    private static partial Regex NoWord();

    // Random letters, of which three may spell anything.
    [GeneratedRegex("<input[^>]*__RequestVerificationToken[^>]*>")]
    private static partial Regex Tokens();

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    // A comma before three digits parts thousands.
    [GeneratedRegex(@"(?<![\d.,])\d+(\.\d{3,}|,\d{4,})")]
    private static partial Regex TooExact();

    [GeneratedRegex("(services|series|figures(?:/[a-z]+)?)/[^/?.]+")]
    private static partial Regex Kinds();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Values();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
