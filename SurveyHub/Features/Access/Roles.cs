using SurveyHub.Shell;

namespace SurveyHub.Features.Access;

/// <summary>The fixed roles, and the only place that says what each may do. A person may have several.</summary>
public static class Roles
{
    public const string Owner = "owner";
    public const string Cio = "cio";
    public const string Analyst = "analyst";
    public const string ServiceOwner = "service_owner";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [Owner, Cio, Analyst, ServiceOwner, Administrator];

    public static string Title(string role) => role switch
    {
        Owner => "Survey owner",
        Cio => "CIO",
        Analyst => "Analyst",
        ServiceOwner => "Service owner",
        Administrator => "Administrator",
        _ => role,
    };

    /// <summary>Several in words, always in the same order.</summary>
    public static string Titles(IReadOnlyCollection<string> roles) => string.Join(", ", All.Where(roles.Contains).Select(Title));

    public static string Purpose(string role) => role switch
    {
        Owner => "prepares, opens and closes editions, invites people, imports and exports",
        Cio => "reads reports and participation, downloads tables",
        Analyst => "reads reports and participation, downloads tables and microdata, adds figures of other organisations",
        ServiceOwner => "reads reports",
        Administrator => "manages accounts and reads the audit log; sees no answers",
        _ => "",
    };

    /// <summary>Which roles satisfy a policy. Null: everybody who is signed in.</summary>
    public static string[]? For(string policy) => policy switch
    {
        Policies.ManageEditions or Policies.ManagePeople or Policies.ImportData => [Owner],
        Policies.ReadReports => [Owner, Cio, Analyst, ServiceOwner],
        Policies.ReadParticipation or Policies.ExportReports => [Owner, Cio, Analyst],
        Policies.ExportMicrodata or Policies.CompareOrganisations => [Owner, Analyst],
        Policies.ManageAccounts or Policies.ReadAudit => [Administrator],
        Policies.SignedIn => null,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No role is named for this policy."),
    };
}
