using SurveyHub.Tests.Architecture.Planted.Features.Asking;

namespace SurveyHub.Tests.Architecture.Planted.Features.Telling;

internal sealed class Answer
{
    public Question? Asked { get; init; }

    public static string? Home() => typeof(Program).Assembly.FullName;
}
