using Microsoft.Playwright;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Browser;

/// <summary>Staff in their own browser.</summary>
internal static class SignedIn
{
    extension(IPage page)
    {
        /// <summary>Gives the page's browser the session that the sign-in page would have given it.</summary>
        public async Task SignInAsync(SurveyHubHost host, Person person)
        {
            var session = (await host.SessionOfAsync(person)).Split('=', 2);
            await page.Context.AddCookiesAsync([new() { Name = session[0], Value = session[1], Url = host.Address.ToString(), HttpOnly = true }]);
        }
    }
}
