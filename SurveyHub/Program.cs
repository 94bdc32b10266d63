using SurveyHub;
using SurveyHub.Shell.Starting;

if (Commands.AreMeantBy(args)) return await Commands.RunAsync(args);

WebApplication app;
try
{
    app = await Composition.StartAsync(args);
}
catch (Exception error) when (StartRefusal.Of(error) is not null)
{
    return StartRefusal.Tell(error, Console.Error);
}

await using (app) await app.WaitForShutdownAsync();
return 0;

public partial class Program;
