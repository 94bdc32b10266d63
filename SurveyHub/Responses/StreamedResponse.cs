namespace SurveyHub.Responses;

/// <summary>A stored response as <see cref="ResponseStream"/> hands it over. The same object is filled again for the next one: keep nothing of it.</summary>
public sealed class StreamedResponse
{
    private readonly int[] _codes;
    private readonly double[] _numbers;
    private readonly string?[] _texts;
    private readonly bool[] _shown;

    internal StreamedResponse(int items)
    {
        Items = items;
        _codes = new int[items + 1];
        _numbers = new double[items + 1];
        _texts = new string?[items + 1];
        _shown = new bool[items + 1];
    }

    /// <summary>Number of items; item numbers run from 1 to this.</summary>
    public int Items { get; }
    public long ResponseId { get; private set; }
    public bool IsComplete { get; private set; }
    public double? Weight { get; private set; }
    public string? PersonKey { get; private set; }
    public string? Language { get; private set; }
    public DateOnly? SubmittedOn { get; private set; }
    public string? ServiceOrder { get; private set; }

    /// <summary>The item was shown to this person: there is a row for it.</summary>
    public bool Shown(int itemNo) => _shown[itemNo];

    /// <summary>The item's code; null when it has none or was not shown.</summary>
    public int? Code(int itemNo) => _shown[itemNo] && _codes[itemNo] != NoCode ? _codes[itemNo] : null;

    public double? Number(int itemNo) => double.IsNaN(_numbers[itemNo]) ? null : _numbers[itemNo];

    public string? Text(int itemNo) => _texts[itemNo];

    private const int NoCode = int.MinValue;

    internal void Begin(long id, bool isComplete, double? weight, string? personKey, string? language, DateOnly? submittedOn, string? serviceOrder)
    {
        (ResponseId, IsComplete, Weight, PersonKey) = (id, isComplete, weight, personKey);
        (Language, SubmittedOn, ServiceOrder) = (language, submittedOn, serviceOrder);
        Array.Clear(_shown);
        Array.Clear(_texts);
        Array.Fill(_numbers, double.NaN);
    }

    internal void Add(int itemNo, int code) => (_shown[itemNo], _codes[itemNo]) = (true, code);

    internal void Add(int itemNo, int? code, double? number, string? text)
    {
        _shown[itemNo] = true;
        _codes[itemNo] = code ?? NoCode;
        _numbers[itemNo] = number ?? double.NaN;
        _texts[itemNo] = text;
    }
}
