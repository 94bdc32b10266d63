using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>A single answer as the script sends it: a field with its value, or one box of it ticked or unticked.</summary>
public sealed record AnswerChange
{
    public enum Result
    {
        Stored,

        /// <summary>Stored, together with boxes that another page has ticked: the answer is no longer the sender's alone.</summary>
        Joined,

        /// <summary>The sender itself has stored a newer answer than it knows: a request was late.</summary>
        Late,

        /// <summary>Another page has stored another answer since.</summary>
        ChangedElsewhere,
    }

    public required Field Field { get; init; }
    public AnswerProblem? Refusal { get; init; }

    private string Value { get; init; } = "";
    private FieldOption? Box { get; init; }
    private bool IsTicked { get; init; }

    /// <summary>The version of the answer that the sender knows.</summary>
    private int Known { get; init; }

    private string Writer { get; init; } = "";

    /// <summary>Sent while the page was left for good: nobody is there to be told that it came too late, and to send it again.</summary>
    private bool IsLast { get; init; }

    public static AnswerChange Read(QuestionPage page, Func<string, StringValues> form, bool hasBrokenText = false)
    {
        var field = page.Field(form("field").ToString())!;
        var known = int.TryParse(form("rev").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var reading = FieldReading.Of(field, page.Step, form("value"), hasBrokenText);
        return new()
        {
            Field = field,
            Known = known,
            Writer = PostedPage.WriterOf(form("me")),
            Refusal = reading.Refusal,
            Value = reading.Value,
            Box = field.IsBoxes ? field.Option(form("value").ToString()) : null,
            IsTicked = form("ticked") == "1",
            IsLast = form("last") == "1",
        };
    }

    public Result ApplyTo(DraftAnswers draft)
    {
        var stored = draft[Field.Name] ?? "";
        var value = Box is { } box ? WithBox(stored, box) : Value;
        if (stored == value) return Result.Stored;
        if (draft.WasChangedElsewhere(Field.Name, Known, Writer))
        {
            // One box more or less takes nothing away that was ticked elsewhere.
            if (Box is null || stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Except(value.Split(',')).Any(other => other != Box.Value)) return Result.ChangedElsewhere;
            draft.Writer = "";
            draft.Set(Field.Name, value);
            return Result.Joined;
        }
        if (draft.VersionOf(Field.Name) > Known && !IsLast) return Result.Late;
        draft.Writer = Writer;
        draft.Set(Field.Name, value);
        return Result.Stored;
    }

    private string WithBox(string stored, FieldOption box)
    {
        var ticked = stored.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (!IsTicked) ticked.Remove(box.Value);
        else
        {
            // "None of these" and the others rule each other out, whichever was ticked last.
            ticked.RemoveWhere(other => box.IsExclusive || Field.Option(other)?.IsExclusive == true);
            ticked.Add(box.Value);
        }
        return string.Join(',', Field.Options.Select(o => o.Value).Where(ticked.Contains));
    }
}
