using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access;

/// <summary>What a session says of its owner: id, sign-in name, name and roles.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(StaffPerson.NameClaim, user.Name));
        identity.AddClaims(user.Roles.Select(role => new Claim(identity.RoleClaimType, role)));
        return identity;
    }
}
