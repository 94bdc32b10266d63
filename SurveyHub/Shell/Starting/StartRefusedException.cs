namespace SurveyHub.Shell.Starting;

/// <summary>The program cannot do its work as it was told to. Every reason is a sentence for the person who starts it.</summary>
public sealed class StartRefusedException(string introduction, IReadOnlyList<string> reasons) : Exception(string.Join(' ', [introduction, .. reasons]))
{
    public StartRefusedException(string reason) : this(reason, []) { }

    /// <summary>As they are printed, one below the other.</summary>
    public IReadOnlyList<string> Lines => [introduction, .. reasons.Select(reason => $"  {reason}")];
}
