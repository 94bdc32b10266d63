using SurveyHub.Features.Exporting.Sav;

namespace SurveyHub.Features.Exporting.Spss;

/// <summary>A variable of the file and what a row says of it.</summary>
internal sealed record SavColumn(SavVariable Variable, Action<SavWriter, MicrodataRow> Write);
