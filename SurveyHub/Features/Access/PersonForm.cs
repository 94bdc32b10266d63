using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access;

/// <summary>What is typed to make an account, as it was typed.</summary>
public sealed record PersonForm(string? Name, string? SignInName)
{
    public const string NameField = "name";
    public const string SignInNameField = "sign-in-name";
    private const int Longest = 100;

    public IEnumerable<FormProblem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new(NameField, "Enter the person’s name.");
        else if (Name.Length > Longest) yield return new(NameField, $"The name may have at most {Longest} characters.");

        var signInName = SignInName?.Trim() ?? "";
        if (signInName.Length is < 2 or > Longest) yield return new(SignInNameField, $"The sign-in name needs 2 to {Longest} characters.");
        else if (signInName.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            yield return new(SignInNameField, "The sign-in name must not contain blanks. An e-mail address or a short name will do.");
    }
}
