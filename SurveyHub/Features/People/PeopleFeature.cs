using SurveyHub.Features.People.Finding;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Posts;
using SurveyHub.Features.People.Saving;
using SurveyHub.Shell;

namespace SurveyHub.Features.People;

public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<ReadFrame>().AddSingleton<PreviewPeople>().AddSingleton<SavePeople>()
        .AddSingleton<MakeLinks>().AddSingleton<ReadLinks>().AddSingleton<LinksCsv>()
        .AddSingleton<FindPeople>().AddSingleton<RemovePerson>().AddSingleton<EmptyList>();

    public static WebApplication MapPeople(this WebApplication app)
    {
        var people = app.MapGroup("/surveys/{survey}/{year:int}/people").RequireAuthorization(Policies.ManagePeople);
        UploadEndpoints.Map(people);
        LinksEndpoints.Map(people);
        FindingEndpoints.Map(people);
        return app;
    }
}
