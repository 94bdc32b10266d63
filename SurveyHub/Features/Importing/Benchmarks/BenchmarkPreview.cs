using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>What adding the files would store, and what of it can be compared.</summary>
/// <param name="Title">The survey's title.</param>
/// <param name="Year">The edition that the files are held against.</param>
/// <param name="Sources">Organisations and years, with what they bring; empty when nothing is left to store.</param>
/// <param name="Unlike">Figures of the same services that cannot be compared, and why.</param>
/// <param name="Notes">What is left out or replaced.</param>
public sealed record BenchmarkPreview(string Title, int Year, IReadOnlyList<SourcePreview> Sources, IReadOnlyList<UnlikeFigure> Unlike, IReadOnlyList<string> Notes)
{
    public int Figures => Sources.Sum(s => s.Figures);

    public int Compared => Sources.Sum(s => s.Compared);
}

/// <summary>An organisation and a year.</summary>
/// <param name="Source">Which.</param>
/// <param name="Figures">Rows that are stored.</param>
/// <param name="Compared">Of these, figures of our services and our overall question, asked in the same words on the same scale.</param>
/// <param name="Kept">Of these, figures of customer groups and of further questions, which are kept and not compared.</param>
public sealed record SourcePreview(BenchmarkSource Source, int Figures, int Compared, int Kept);

/// <summary>A figure of all customers that cannot stand beside one of ours.</summary>
/// <param name="Concept">What it is about.</param>
/// <param name="Dimension">Which question.</param>
/// <param name="Why">In words.</param>
/// <param name="Organisations">How many organisations have it.</param>
public sealed record UnlikeFigure(string Concept, string Dimension, string Why, int Organisations);
