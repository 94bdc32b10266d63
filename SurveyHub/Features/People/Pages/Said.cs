using System.Globalization;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.People.Pages;

/// <summary>What the page says after something was done or refused. Its key stands in the address, so that reloading does nothing twice.</summary>
internal sealed record Said(NoticeKind Kind, string Title, string Text)
{
    public const string Saved = "saved";
    public const string Closed = "closed";
    public const string Gone = "gone";
    public const string NoFile = "no-file";
    public const string EmptyFile = "empty-file";
    public const string TooLarge = "too-large";
    public const string NoLinks = "no-links";
    public const string NotConfirmed = "not-confirmed";
    public const string Emptied = "emptied";
    public const string NotEmptied = "not-emptied";

    public static string After(string page, string key, int? number = null, int? other = null) =>
        $"{page}?said={key}{Part("n", number)}{Part("m", other)}";

    /// <summary>Null for a key that nobody gave.</summary>
    public static Said? Of(string? key, int number, int other) => key switch
    {
        Saved => new(NoticeKind.Done, number == 0 && other == 0 ? "Nothing had to be changed" : "The list is up to date",
            $"{Words.Count(number)} new, {Words.Count(other)} changed. Answers that were given stay as they are."),
        Closed => new(NoticeKind.Fault, "The edition is closed", "Nothing was changed: nobody can be asked any more."),
        Gone => new(NoticeKind.Hint, "The file is no longer here", "An uploaded file waits an hour, and goes when it is saved. If you were saving it just now, the figures below have it already; otherwise choose it once more."),
        NoFile => new(NoticeKind.Fault, "There was no file", "Choose a CSV file first."),
        EmptyFile => new(NoticeKind.Fault, "The file is empty", "Nothing is in it. Choose the CSV file that has the list."),
        TooLarge => new(NoticeKind.Fault, "The file is larger than 50 MB", "Divide it, and upload its parts one after the other."),
        NoLinks => new(NoticeKind.Hint, "No links were made", "Everybody who can be asked has one already: what was downloaded last has them all. If that download broke off, make its list anew below."),
        NotConfirmed => new(NoticeKind.Fault, "Nothing was done", "Tick the box beside the button to confirm that you want it."),
        Emptied => new(NoticeKind.Done, "The list is empty", $"{Words.People(number)} {(number == 1 ? "was" : "were")} deleted."),
        NotEmptied => new(NoticeKind.Fault, "The list was not emptied", "Links were made or somebody has begun in the meantime. Take people off one by one, or with a file whose status says ineligible."),
        _ => null,
    };

    private static string Part(string name, int? number) => number is { } known ? string.Create(CultureInfo.InvariantCulture, $"&{name}={known}") : "";
}
