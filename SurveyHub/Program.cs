using System.Data.Common;
using Microsoft.Extensions.Options;
using SurveyHub;
using SurveyHub.Data;

if (Commands.AreMeantBy(args)) return await Commands.RunAsync(args);

try
{
    await using var app = Composition.Create(args).Build();
    await app.PrepareAsync();
    await app.LoadDemonstrationAsync();
    Composition.Map(app);
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    Console.Error.WriteLine("SurveyHub does not start, because its configuration has faults:");
    foreach (var fault in faults.Failures) Console.Error.WriteLine($"  {fault}");
    return 2;
}
catch (MigrationRefusedException refused)
{
    Console.Error.WriteLine($"SurveyHub does not start: {refused.Message}");
    return 2;
}
catch (DbException unreachable)
{
    Console.Error.WriteLine($"SurveyHub does not start, because its database cannot be used: {unreachable.Message}");
    return 2;
}

public partial class Program;
