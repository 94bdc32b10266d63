using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Commenting;

/// <summary>A survey with comments, and people who wrote some.</summary>
internal static class CommentedSurvey
{
    public static Questionnaire Questionnaire => A.Questionnaire("wifi", "mail", "tiny") with
    {
        Anonymity = Anonymity.Confidential,
        Screener = null,
        Groups = [A.Group("department", GroupSource.Asked, "medicine", "surgery", "chapel"), A.Group("role", GroupSource.Asked, "doctor", "nurse")],
    };

    /// <summary>The same in a bridge year.</summary>
    public static Questionnaire Bridge => Questionnaire with { ServiceQuestions = [A.Rating("overall"), A.Rating("fitting", "How fitting is it?") with { Bridge = "overall" }, A.Comment()] };

    /// <param name="Wifi">What they gave the service; null for an empty rating.</param>
    /// <param name="Department">Code of their department.</param>
    /// <param name="Comment">On the service.</param>
    public sealed record Writer(int? Wifi, int Department, string? Comment)
    {
        public int Role { get; init; } = 2;

        /// <summary>In a bridge year: they were asked in the new words.</summary>
        public bool InNewWords { get; init; }
        public string? Last { get; init; }
        public string? Mail { get; init; }
    }

    public static Task AddAsync(Work work, Edition edition, IEnumerable<Writer> writers)
    {
        Writer[] all = [.. writers];
        return Answered.AddAsync(work, edition,
            all.Select(w => new Person([(w.InNewWords ? "wifi.fitting" : "wifi.overall", w.Wifi ?? Item.Skipped), ("mail.overall", 4), ("overall", 4), ("group.department", w.Department), ("group.role", w.Role)])),
            (record, number) => record with { Answers = [.. record.Answers, .. Texts(edition, all[number])] });
    }

    public static async Task<Edition> StoreAsync(Database database, IEnumerable<Writer> writers, Questionnaire? questionnaire = null, int year = 2025)
    {
        var edition = await Answered.EditionAsync(database, questionnaire ?? Questionnaire, year);
        await database.WriteAsync(work => AddAsync(work, edition, writers));
        return edition;
    }

    /// <summary>So many people of one kind, each with a comment of their own.</summary>
    public static IEnumerable<Writer> Times(this int count, int? wifi, int department = 1, string words = "Comment") =>
        Enumerable.Range(1, count).Select(i => new Writer(wifi, department, $"{words} {wifi} {department} {i}"));

    private static IEnumerable<StoredAnswer> Texts(Edition edition, Writer writer) =>
        from text in new[] { ("wifi.comment", writer.Comment), ("mail.comment", writer.Mail), ("last", writer.Last) }
        where text.Item2 is not null
        select new StoredAnswer { ItemNo = edition.Items.Find(text.Item1)!.No, Text = text.Item2 };
}
