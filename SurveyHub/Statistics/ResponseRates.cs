namespace SurveyHub.Statistics;

/// <summary>How the invitations of one edition (or of one department in it) ended.</summary>
/// <param name="Complete">I: everything mandatory answered.</param>
/// <param name="Partial">P: at least one service rated, not everything mandatory answered; the cut is fixed before fieldwork.</param>
/// <param name="Refused">R: said no.</param>
/// <param name="NoContact">NC: no reaction.</param>
/// <param name="UnknownEligibility">UO: the invitation bounced, so nobody knows whether the person belongs to the frame.</param>
/// <param name="Ineligible">Left, on long leave, listed by mistake: in no denominator.</param>
public sealed record Dispositions(int Complete, int Partial, int Refused, int NoContact, int UnknownEligibility, int Ineligible)
{
    /// <summary>Everyone on the list, the ineligible included.</summary>
    public int Listed => Complete + Partial + Refused + NoContact + UnknownEligibility + Ineligible;
}

/// <summary>AAPOR's response rates, 0..1 each (methodology M10). Only for counted invitations: an open link has a count of responses and no rate.</summary>
/// <param name="Rr1">Complete out of everyone possibly eligible; null when there is nobody.</param>
/// <param name="Rr2">Complete and partial out of everyone possibly eligible: the headline. Null when there is nobody.</param>
/// <param name="Rr5">Complete out of those known to be eligible; null when there is nobody.</param>
/// <param name="Rr6">Complete and partial out of those known to be eligible; null when there is nobody.</param>
/// <remarks>AAPOR, Standard Definitions (2015): RR1, RR2, RR5 and RR6.</remarks>
public sealed record ResponseRates(double? Rr1, double? Rr2, double? Rr5, double? Rr6)
{
    /// <summary>Below this RR2 a report says that those who answered may not represent those who did not.</summary>
    public const double FewAnsweredBelow = 0.30;

    /// <summary>Whether the report must carry that sentence.</summary>
    public bool FewAnswered => Rr2 < FewAnsweredBelow;

    /// <summary>The rates of some dispositions.</summary>
    /// <param name="dispositions">Counts, none negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static ResponseRates Of(Dispositions dispositions)
    {
        foreach (var count in (int[])[dispositions.Complete, dispositions.Partial, dispositions.Refused,
                     dispositions.NoContact, dispositions.UnknownEligibility, dispositions.Ineligible])
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(dispositions));
        var complete = dispositions.Complete;
        var answered = complete + dispositions.Partial;
        var eligible = answered + dispositions.Refused + dispositions.NoContact;
        var possiblyEligible = eligible + dispositions.UnknownEligibility;
        return new ResponseRates(
            Rate(complete, possiblyEligible), Rate(answered, possiblyEligible), Rate(complete, eligible), Rate(answered, eligible));
    }

    private static double? Rate(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
