using SurveyHub.Results.Commenting;

namespace SurveyHub.Features.Reporting.Commenting;

/// <summary>A comment with the places where a searched word stands, and the place where a long one is folded.</summary>
public sealed class MarkedText
{
    // A screen of a phone; a few more characters are not worth a fold.
    private const int Fold = 600;
    private const int Slack = 200;

    private readonly bool[] _isHit;
    private readonly string _text;

    private MarkedText(string text, IReadOnlyList<string> words)
    {
        (_text, _isHit) = (text, new bool[text.Length]);
        var folded = Folding.Folded(text);
        foreach (var word in words)
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
                Array.Fill(_isHit, true, at, word.Length);
        Cut = text.Length <= Fold + Slack ? text.Length : CutOf(text);
    }

    public sealed record Piece(string Text, bool IsHit);

    /// <summary>Where the rest begins; the length of the text where nothing is folded.</summary>
    public int Cut { get; }

    public bool IsFolded => Cut < _text.Length;

    /// <summary>What is read at once.</summary>
    public IEnumerable<Piece> Beginning => Pieces(0, Cut);

    /// <summary>What is behind the fold.</summary>
    public IEnumerable<Piece> Rest => Pieces(Cut, _text.Length);

    /// <summary>A searched word stands behind the fold.</summary>
    public bool RestHasHit => _isHit.AsSpan(Cut).Contains(true);

    public int CharactersInRest => _text.Length - Cut;

    public static MarkedText Of(string text, IReadOnlyList<string> words) => new(text, words);

    // Between two words where there is a blank near, and never within a character.
    private static int CutOf(string text)
    {
        var blank = text.LastIndexOfAny([' ', '\n', '\t'], Fold, 100);
        var cut = blank > 0 ? blank + 1 : Fold;
        return char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private IEnumerable<Piece> Pieces(int from, int to)
    {
        for (var begin = from; begin < to;)
        {
            var end = begin;
            while (end < to && _isHit[end] == _isHit[begin]) end++;
            yield return new(_text[begin..end], _isHit[begin]);
            begin = end;
        }
    }
}
