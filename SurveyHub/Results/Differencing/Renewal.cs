namespace SurveyHub.Results.Differencing;

/// <summary>What a closing does with a report that was published before.</summary>
internal enum Renewal
{
    /// <summary>It takes its place in everything.</summary>
    Whole,

    /// <summary>Its figures of all customers are new; its customer groups stay those that were published.</summary>
    WithoutGroups,

    /// <summary>It stays as it is, and the later answers wait.</summary>
    Refused,
}
