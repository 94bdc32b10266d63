namespace SurveyHub.Shell;

/// <summary>What a member of staff may do, named by the verb. Which role may do what is decided in one place, with the accounts.</summary>
public static class Policies
{
    public const string ManageEditions = nameof(ManageEditions);
    public const string ManagePeople = nameof(ManagePeople);
    public const string ImportData = nameof(ImportData);
    public const string ReadParticipation = nameof(ReadParticipation);
    public const string ReadReports = nameof(ReadReports);
    public const string ExportReports = nameof(ExportReports);
    public const string ExportMicrodata = nameof(ExportMicrodata);

    /// <summary>Bring in what other organisations reach, and see it organisation by organisation.</summary>
    public const string CompareOrganisations = nameof(CompareOrganisations);
    public const string ManageAccounts = nameof(ManageAccounts);
    public const string ReadAudit = nameof(ReadAudit);

    /// <summary>Signed in, whatever the role: one's own password, the home page.</summary>
    public const string SignedIn = nameof(SignedIn);

    public static IReadOnlyList<string> All { get; } =
    [
        ManageEditions, ManagePeople, ImportData, ReadParticipation, ReadReports,
        ExportReports, ExportMicrodata, CompareOrganisations, ManageAccounts, ReadAudit, SignedIn,
    ];
}
