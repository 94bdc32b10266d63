using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Features.Managing.Running;

namespace SurveyHub.Features.Managing;

public static class ManagingFeature
{
    public static IServiceCollection AddManaging(this IServiceCollection services)
    {
        services.AddSingleton<EditionNumbersStore>().AddSingleton<ReadSurvey>();
        services.AddSingleton<ReadNextEdition>().AddSingleton<StoreEdition>().AddSingleton<PrepareNextEdition>().AddSingleton<RevisePreparation>().AddSingleton<DiscardEdition>();
        services.AddSingleton<OpenEdition>().AddSingleton<TakeBackEdition>().AddSingleton<ReadLaunchChecklist>();
        services.AddSingleton<LastDay>().AddSingleton<CloseEdition>().AddSingleton<ReopenEdition>().AddSingleton<ExtendEdition>().AddSingleton<SwitchOpenLink>();
        return services;
    }
}
