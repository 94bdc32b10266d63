namespace SurveyHub.Features.Access.Accounts;

/// <summary>Whether somebody can sign in, in words.</summary>
public static class AccountState
{
    public static string Words(Account account, DateTimeOffset now) => account switch
    {
        { IsDisabled: true } => "locked",
        { LockedUntil: { } until } when until > now => "locked after wrong passwords",
        { IsDemonstration: true } => "demonstration",
        { PasswordHash: null } => "has no password yet",
        _ => "can sign in",
    };
}
