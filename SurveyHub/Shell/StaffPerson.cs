using System.Security.Claims;

namespace SurveyHub.Shell;

/// <summary>What a page needs to know of whoever is signed in.</summary>
public static class StaffPerson
{
    public const string NameClaim = "surveyhub:name";

    extension(ClaimsPrincipal person)
    {
        /// <summary>How the person is called; the sign-in name where nothing better is known.</summary>
        public string DisplayName => person.FindFirstValue(NameClaim) ?? person.Identity?.Name ?? "";
    }
}
