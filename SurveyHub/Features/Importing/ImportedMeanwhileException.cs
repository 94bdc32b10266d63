namespace SurveyHub.Features.Importing;

/// <summary>Between the inspection of the files and their storing something has changed. The work that throws this is undone.</summary>
internal sealed class ImportedMeanwhileException(string message) : Exception(message);
