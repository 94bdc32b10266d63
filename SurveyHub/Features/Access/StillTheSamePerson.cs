using Microsoft.AspNetCore.Authorization;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access;

/// <summary>Refuses an act on a page that was opened before the account was locked or its roles or password changed.</summary>
public sealed class StillTheSamePerson(IServiceScopeFactory scopes) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (ReferenceEquals(context.Resource, Acting.Now) && !await CircuitAccess.IsStillValidAsync(scopes, context.User))
            context.Fail(new(this, "The session is older than the account's last change."));
    }
}
