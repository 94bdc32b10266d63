using System.Globalization;

namespace SurveyHub.Features.Managing;

/// <summary>Days as pages write them and forms send them.</summary>
internal static class Days
{
    extension(TimeProvider clock)
    {
        public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);
    }

    extension(DateOnly day)
    {
        /// <summary>27 Nov 2026.</summary>
        public string Words => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

        /// <summary>2026-11-27, as date fields and the audit log have it.</summary>
        public string Iso => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>What a date field sent; null when it is no day.</summary>
    public static DateOnly? Read(string? field) =>
        DateOnly.TryParseExact(field?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What is wrong with a date field that <see cref="Read"/> cannot read; a browser without date fields sends what was typed.</summary>
    /// <param name="field">What was sent.</param>
    /// <param name="which">"first", "last".</param>
    /// <param name="example">A day that could be meant.</param>
    public static string Unreadable(string? field, string which, string example) => string.IsNullOrWhiteSpace(field)
        ? $"The {which} day is missing. Write a day as in {example}."
        : $"“{field.Trim()}” is no day that can be read here. Write the {which} day as in {example}: year, month, day.";

    /// <summary>"1 person", "1,400 people".</summary>
    public static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {many}";
}
