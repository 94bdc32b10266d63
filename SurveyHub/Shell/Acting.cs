using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace SurveyHub.Shell;

/// <summary>
/// Who acts on a live page, asked anew at each act: the page may have been open for hours, and the account locked or its roles
/// changed a second ago. A request needs none of this, its session is judged when it comes in.
/// </summary>
public sealed class Acting(IAuthorizationService authorization, AuthenticationStateProvider session)
{
    /// <summary>The resource by which whoever knows the accounts sees that this is an act and not a page being opened.</summary>
    public static object Now { get; } = new();

    /// <returns>Null when the person may not do it, or not any more.</returns>
    public async Task<ClaimsPrincipal?> AsAsync(string policy)
    {
        var who = (await session.GetAuthenticationStateAsync()).User;
        return (await authorization.AuthorizeAsync(who, Now, policy)).Succeeded ? who : null;
    }
}
