using SurveyHub.Editions;
using SurveyHub.Features.People.Finding;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Posts;
using SurveyHub.Features.People.Rates;
using SurveyHub.Features.People.Saving;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People;

public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<ReadFrame>().AddSingleton<PreviewPeople>().AddSingleton<SavePeople>()
        .AddSingleton<MakeLinks>().AddSingleton<ReadLinks>().AddSingleton<LinksCsv>()
        .AddSingleton<FindPeople>().AddSingleton<RemovePerson>().AddSingleton<EmptyList>()
        .AddSingleton<ReadParticipation>();

    public static WebApplication MapPeople(this WebApplication app)
    {
        var people = app.MapGroup("/surveys/{survey}/{year:int}/people").RequireAuthorization(Policies.ManagePeople);
        UploadEndpoints.Map(people);
        LinksEndpoints.Map(people);
        FindingEndpoints.Map(people);
        app.MapFile("/reports/{survey}/{year:int}/participation.csv", DownloadParticipationAsync).RequireAuthorization(Policies.ReadParticipation);
        return app;
    }

    private static async Task<IResult> DownloadParticipationAsync(
        string survey, int year, EditionStore editions, ReadParticipation participation, AuditLog audit, HttpContext context, CancellationToken cancellation)
    {
        if (await editions.FindAsync(survey, year, cancellation) is not { Status: not EditionStatus.Draft } edition) return TypedResults.NotFound();
        var view = await participation.ExecuteAsync(edition, cancellation);
        await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
        return TypedResults.Stream(body => ParticipationCsv.WriteAsync(body, view, context.RequestAborted), "text/csv; charset=utf-8", $"{survey}-{year}-participation.csv");
    }
}
