namespace SurveyHub.Tests.Support;

/// <summary>Where this run keeps its files.</summary>
internal static class TestFolder
{
    public static string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"surveyhub-tests-{Environment.ProcessId}");
}
