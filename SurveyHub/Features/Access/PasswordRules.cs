using Microsoft.AspNetCore.Identity;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access;

/// <summary>Length instead of ornaments: what NIST SP 800-63B asks for, and what people can keep in mind.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;
    public const int LeastDifferent = 5;
    public const string Hint = "At least 12 characters. Several words are easier to remember than signs.";

    public const string Field = "password";
    public const string FieldAgain = "password-again";

    public static IReadOnlyList<FormProblem> Judge(string? password, string? again, string? signInName)
    {
        password ??= "";
        if (password.Length < Shortest) return [new(Field, $"The password needs at least {Shortest} characters; this one has {password.Length}.")];
        if (password.Length > Longest) return [new(Field, $"The password may have at most {Longest} characters.")];
        if (password.Distinct().Count() < LeastDifferent) return [new(Field, $"The password needs at least {LeastDifferent} different characters.")];
        if (signInName is { Length: > 2 } && password.Contains(signInName, StringComparison.OrdinalIgnoreCase))
            return [new(Field, "The password must not contain your sign-in name.")];
        return password == again ? [] : [new(FieldAgain, "The two passwords are not the same.")];
    }

    /// <summary>The same for Identity, which asks before it stores a password.</summary>
    public static void Tell(PasswordOptions options)
    {
        options.RequiredLength = Shortest;
        options.RequiredUniqueChars = LeastDifferent;
        options.RequireDigit = options.RequireLowercase = options.RequireUppercase = options.RequireNonAlphanumeric = false;
    }
}
