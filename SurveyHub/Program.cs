using SurveyHub.Data;
using SurveyHub.Features.Access;
using SurveyHub.Shell;

// Content lies beside the program, data beside whoever starts it: paths in the configuration and on the command line mean the caller's folder.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = FormGuard.LargestPost;
});
// Request lines carry survey links, which are secrets: whatever the configuration says, they stay out of the log.
builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

builder.Services.AddDatabase(builder.Configuration);
builder.Services.AddShell(builder.Configuration);
builder.Services.AddAccess(builder.Environment);

var app = builder.Build();
await app.Services.GetRequiredService<Migrator>().MigrateAsync();
app.UseShell();
app.MapShell();
app.MapAccess();
await app.RunAsync();

public partial class Program;
