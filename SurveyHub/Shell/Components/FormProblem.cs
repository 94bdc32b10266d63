namespace SurveyHub.Shell.Components;

/// <summary>Why a form was not accepted: the name of the field (empty for the form as a whole) and what would be right.</summary>
public sealed record FormProblem(string Field, string Message);
