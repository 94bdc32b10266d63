using SurveyHub.Tests.Architecture.Planted.Features.Telling;

namespace SurveyHub.Tests.Architecture.Planted.Features.Asking;

internal sealed class Question
{
    public static object Expected() => new Answer();
}
