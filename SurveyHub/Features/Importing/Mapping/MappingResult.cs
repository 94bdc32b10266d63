namespace SurveyHub.Features.Importing.Mapping;

/// <summary>What came of reading a mapping file.</summary>
/// <param name="Mapping">Null when the file has a fault.</param>
/// <param name="Problems">The first hundred, from the file's top to its bottom.</param>
/// <param name="Count">All of them.</param>
internal sealed record MappingResult(DataMapping? Mapping, IReadOnlyList<ImportProblem> Problems, int Count);
