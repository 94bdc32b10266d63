namespace SurveyHub.Features.Access;

/// <summary>A member of staff who can sign in. A class that changes, because ASP.NET Core Identity works on it in place.</summary>
public sealed class Account
{
    public Guid AccountId { get; init; } = Guid.NewGuid();

    /// <summary>What is typed to sign in, and the name in the audit log. It does not change.</summary>
    public string SignInName { get; set; } = "";
    public string NormalizedName { get; set; } = "";

    /// <summary>How the person is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Null until the one-time link was used.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever sessions elsewhere must end: password, roles, lock.</summary>
    public string SecurityStamp { get; set; } = NewStamp();

    /// <summary>The stamp in the database when the account was read: what was decided by an older one is not stored.</summary>
    public string? StoredStamp { get; set; }
    public int FailedCount { get; set; }

    /// <summary>After too many wrong passwords.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Locked by an administrator, until unlocked by one.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>One of the demonstration's people, who sign in by a click and exist in Development only.</summary>
    public bool IsDemonstration { get; init; }
    public DateOnly CreatedOn { get; init; }
    public SortedSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public static string NewStamp() => Guid.NewGuid().ToString("N");
}
