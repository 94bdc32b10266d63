namespace SurveyHub.Tests.Support;

internal static class Outcome
{
    /// <summary>What a task failed with, or nothing: for tests that start many and count how they ended.</summary>
    public static async Task<Exception?> ErrorOfAsync(Task task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
