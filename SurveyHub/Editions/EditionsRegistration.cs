namespace SurveyHub.Editions;

public static class EditionsRegistration
{
    public static IServiceCollection AddEditions(this IServiceCollection services) =>
        services.AddSingleton<FrozenQuestionnaires>().AddSingleton<EditionStore>().AddSingleton<EditionWriter>();
}
