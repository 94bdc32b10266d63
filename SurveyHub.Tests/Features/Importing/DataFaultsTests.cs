using System.Text;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Every bad row is named with its file, line and column, with what stands there and with what would be right.</summary>
public sealed class DataFaultsTests() : MicrodataTest(TestServer.Sqlite)
{
    private const string Columns = """
        columns: { year: year, person: who, weight: w, language: lang, date: day, complete: done }
        values: { cannot_judge: [X] }
        """;

    private static readonly (string Row, string Found)[] Rows =
    [
        ("2025,a,1,en,2025-11-03,1,6,X,,,North", "answers.csv:2: column lunch: “6” is no code of the scale. Write 1, 2, 3, 4, 5, X, or leave the cell empty."),
        ("2025,a,1,en,2025-11-03,1,=1+2,X,,,North", "answers.csv:2: column lunch: “=1+2” is no code of the scale."),
        ("2025,a,1,en,2025-11-03,1,4.5,X,,,North", "answers.csv:2: column lunch: “4.5” is no code of the scale."),
        ("2024,a,1,en,2025-11-03,1,5,X,,,North", "answers.csv:2: column year: “2024” is none of the editions that mapping.yaml names for this file. Write 2025, or add the year under editions."),
        (",a,1,en,2025-11-03,1,5,X,,,North", "answers.csv:2: column year: The year is missing."),
        ("2025,a,,en,2025-11-03,1,5,X,,,North", "answers.csv:2: column w: The weight is missing."),
        ("2025,a,\"1,5\",en,2025-11-03,1,5,X,,,North", "answers.csv:2: column w: “1,5” is no weight. Write a number over 0 with a decimal point"),
        ("2025,a,0,en,2025-11-03,1,5,X,,,North", "answers.csv:2: column w: “0” is no weight."),
        ("2025,a,NaN,en,2025-11-03,1,5,X,,,North", "answers.csv:2: column w: “NaN” is no weight."),
        ("2025,a,1,fr,2025-11-03,1,5,X,,,North", "answers.csv:2: column lang: “fr” is none of the survey's languages. Write en, or leave the cell empty."),
        ("2025,a,1,en,03.11.2025,1,5,X,,,North", "answers.csv:2: column day: “03.11.2025” is no day. Write year, month and day: 2020-11-30."),
        ("2025,a,1,en,2025-11-03,maybe,5,X,,,North", "answers.csv:2: column done: “maybe” does not say whether the response is complete."),
        ("2025,a,1,en,2025-11-03,1,5,X,,North", "answers.csv:2: The row has 10 fields, the header 11."),
        ("2025,a,1,en,2025-11-03,1,5,X,,,\"A name longer than two hundred characters that cannot possibly be the name of a place where guests of a canteen sit down, not even if it had a garden, a terrace, a bar for coffee, a room for children and a hall for feasts\"",
            "answers.csv:2: column site: “A name longer than two hundred character…” is too long for the name of a customer group."),
    ];

    private static readonly TestCaseData[] Files =
    [
        Fault("The_line_is_the_files_line_even_after_texts_of_several_lines", "lunch,last_words\n5,\"one\ntwo\nthree\"\nbad,\n",
            "answers.csv:5: column lunch: “bad” is no code of the scale. Write 1, 2, 3, 4, 5, X, or leave the cell empty."),
        Fault("A_text_of_more_than_ten_thousand_characters_is_named", $"lunch,last_words\n5,{new string('a', 10_001)}\n4,{new string('b', 10_000)}\n",
            "answers.csv:2: column last_words: The text has 10001 characters; at most 10000 are stored. Shorten it, or leave the column out under columns: ignore."),
        Fault("A_text_with_a_control_character_is_named", "lunch,last_words\n5,a\u0001b\n", "answers.csv:2: column last_words: The text has a control character."),
        Fault("A_column_that_stands_twice_is_refused", "lunch,Lunch\n5,4\n", "answers.csv:1: There are two columns called “Lunch”. Rename or delete one."),
        Fault("A_file_without_a_single_rating_is_refused", "overall,site\n5,North\n", "answers.csv:1: No column holds the rating of a service."),
        Fault("A_file_with_nothing_but_a_header_is_refused", "lunch,coffee\n", "answers.csv:1: There is no row of 2025."),
        Fault("An_empty_file_is_refused", "", "answers.csv:1: The file is empty."),
        Fault("A_quote_that_is_never_closed_is_named_where_it_opens", "lunch,last_words\n5,\"never closed\n4,x\n", "answers.csv:2: A quote is opened here and never closed."),
        Fault("Somebody_who_rates_a_service_that_they_do_not_use_is_named", "used.lunch,lunch\n0,5\n",
            "answers.csv:2: column lunch: The row has an answer about “lunch”, and says in used.lunch that it is not used. Empty the cell, or write 1 in used.lunch."),
    ];

    [TestCaseSource(nameof(Rows))]
    public async Task A_bad_row_is_named((string Row, string Found) fault)
    {
        using var folder = ImportFolder.Canteen(Columns, "year,who,w,lang,day,done,lunch,coffee,overall,last_words,site\n" + fault.Row);

        Assert.That(await ProblemsOfAsync(folder), Has.Some.StartsWith(fault.Found));
    }

    [Test]
    public async Task A_customer_group_that_is_wrong_in_hundreds_of_rows_is_one_fault()
    {
        var (north, south) = (new string('n', 201), new string('s', 201));
        using var folder = ImportFolder.Canteen(Columns, "year,who,w,lang,day,done,lunch,coffee,overall,last_words,site\n"
            + string.Concat(Enumerable.Range(0, 240).Select(i => $"2025,p{i},1,en,2025-11-03,1,5,X,,,{(i % 2 == 0 ? north : south)}\n")));

        Assert.That((await ProblemsOfAsync(folder)).Select(p => p.Split(':')[1]), Is.EqualTo(new[] { "2", "3" }));
    }

    [Test]
    public async Task A_customer_group_may_be_called_by_two_hundred_characters()
    {
        using var folder = ImportFolder.Canteen(Columns, $"year,who,w,lang,day,done,lunch,coffee,overall,last_words,site\n2025,a,1,en,2025-11-03,1,5,X,,,{new string('n', 200)}\n");

        Assert.That(await ProblemsOfAsync(folder), Is.Empty);
    }

    [Test]
    public async Task Every_bad_row_is_counted_and_a_hundred_are_listed()
    {
        var rows = new StringBuilder("lunch\n");
        for (var i = 0; i < 250; i++) rows.Append("bad\n");
        using var folder = ImportFolder.Canteen(answers: rows.ToString());

        var refused = (MicrodataOutcome.Refused)await PreviewAsync(folder);

        Assert.That(refused.Count, Is.EqualTo(250));
        Assert.That(refused.Problems, Has.Count.EqualTo(100));
        Assert.That(refused.Problems[99].Line, Is.EqualTo(101));
    }

    [TestCaseSource(nameof(Files))]
    public async Task A_file_with_one_fault(string answers, string found)
    {
        using var folder = ImportFolder.Canteen(answers: answers);

        var problems = await ProblemsOfAsync(folder);

        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(problems[0], Does.StartWith(found));
    }

    [Test]
    public async Task A_file_that_is_not_utf8_is_refused_with_its_line()
    {
        using var folder = ImportFolder.Canteen().With("answers.csv", [.. "lunch,last_words\n5,caf"u8, 0xE9, .. "\n"u8]);

        Assert.That(await ProblemsOfAsync(folder), Has.Some.StartsWith("answers.csv:2: A character is not valid UTF-8."));
    }

    [Test]
    public async Task A_person_who_stands_twice_in_a_year_is_named_with_both_lines()
    {
        using var folder = ImportFolder.Canteen("columns: { person: who }", "who,lunch\na,5\nb,4\na,3\n");

        Assert.That(await ProblemsOfAsync(folder), Is.EqualTo(["answers.csv:4: column who: The person “a” has answered in 2025 already, in line 2. Delete one of the two rows, or write duplicates: last in mapping.yaml, so that the last complete one counts."]));
    }

    [Test]
    public async Task A_group_of_five_hundred_and_one_values_is_no_group()
    {
        var rows = new StringBuilder("lunch,site\n");
        for (var i = 0; i < 501; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"5,place {i}\n");
        using var folder = ImportFolder.Canteen(answers: rows.ToString());

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains("The column of the customer group “site” has more than 500 different values."));
    }

    [TestCase("complete\n", "frame.csv:1: frame.csv counts 1 person who answered in 2025 (complete or partial), and answers.csv has 2.")]
    [TestCase("complete\ncomplete\ncomplete\npartial\npartial\n", "frame.csv:1: frame.csv counts 5 people who answered in 2025 (complete or partial), and answers.csv has 2.")]
    public async Task A_frame_of_other_people_than_those_who_answered_is_refused(string frame, string fault)
    {
        using var folder = new ImportFolder().With("answers.csv", "lunch\n5\n4\n").With("frame.csv", $"disposition\n{frame}no_contact\nno_contact\n")
            .With("mapping.yaml", ImportFolder.Survey.Replace("answers.csv }", "answers.csv, frame: frame.csv }", StringComparison.Ordinal));

        Assert.That(await ProblemsOfAsync(folder), Is.EqualTo([$"{fault} The response rate would be false. Correct the frame, name the right one, or delete it from the edition 2025 in mapping.yaml."]));
    }

    [Test]
    public async Task A_frame_with_faults_is_refused()
    {
        using var folder = new ImportFolder().With("answers.csv", ImportFolder.Answers).With("frame.csv", "status,site\ncomplete,North\ngone,South\n")
            .With("mapping.yaml", ImportFolder.Survey.Replace("answers.csv }", "answers.csv, frame: frame.csv }", StringComparison.Ordinal)
                + "values: { cannot_judge: [X] }\nframe_columns: { disposition: status, groups: { site: place } }");

        Assert.That(await ProblemsOfAsync(folder), Is.EqualTo([
            "frame.csv:1: There is no column “place”, which line 12 of mapping.yaml names. Add the column, or name the right one under frame_columns in mapping.yaml.",
            "frame.csv:3: column status: “gone” does not say how the invitation ended. Write complete, partial, refused, no_contact, undeliverable, ineligible, or say under dispositions in mapping.yaml which of them it means.",
        ]));
    }

    private static TestCaseData Fault(string sentence, string answers, string found) => new TestCaseData(answers, found).SetName(sentence);
}
