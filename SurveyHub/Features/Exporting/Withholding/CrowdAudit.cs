namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>Looks at what a file leaves out of one item as an outsider would who has the report, too.</summary>
internal interface ICrowdAudit
{
    /// <summary>A crowd with ratings is left out.</summary>
    void Add(int crowd);

    /// <summary>The first that is given away; null when nobody is.</summary>
    /// <returns>The crowds that share a published line with it: one of them has to be left out as well.</returns>
    Func<int, bool>? FirstExposed();
}
