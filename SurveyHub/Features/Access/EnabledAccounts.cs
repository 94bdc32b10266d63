using Microsoft.AspNetCore.Identity;

namespace SurveyHub.Features.Access;

/// <summary>Identity asks whether an account is confirmed before it lets anybody in; ours is unless an administrator has locked it.</summary>
public sealed class EnabledAccounts(DemonstrationAccess demonstration) : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(!user.IsDisabled && (!user.IsDemonstration || demonstration.IsOffered));
}
