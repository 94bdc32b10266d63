using Microsoft.Extensions.Options;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access;

/// <summary>The demonstration's people, who sign in by a click. In Development only, and only while the demonstration is wanted.</summary>
public sealed class DemonstrationAccess(IHostEnvironment environment, IOptions<SurveyHubOptions> options)
{
    public bool IsOffered => environment.IsDevelopment() && options.Value.Demonstration;

    public static IReadOnlyList<DemonstrationPerson> People { get; } =
    [
        new("olivia", "Olivia Owen", Roles.Owner, "prepares, opens and closes the survey"),
        new("clara", "Clara Imhof", Roles.Cio, "reads how IT, HR and Facilities are doing"),
        new("andreas", "Andreas Lindt", Roles.Analyst, "takes the data into his own tools"),
        new("samira", "Samira Osman", Roles.ServiceOwner, "reads how her service is rated"),
        new("adam", "Adam Mohr", Roles.Administrator, "manages accounts, sees no answers"),
    ];
}

public sealed record DemonstrationPerson(string SignInName, string Name, string Role, string Purpose);
