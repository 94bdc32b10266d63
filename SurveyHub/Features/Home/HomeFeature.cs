namespace SurveyHub.Features.Home;

public static class HomeFeature
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddSingleton<ReadHome>();
}
