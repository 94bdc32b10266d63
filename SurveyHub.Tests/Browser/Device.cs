using Microsoft.Playwright;

namespace SurveyHub.Tests.Browser;

/// <summary>What somebody holds in their hand or has on their desk.</summary>
public sealed record Device(string Name, int Width, int Height)
{
    public static Device Desktop { get; } = new("desktop", 1440, 900);

    public static Device Phone { get; } = new("phone", 390, 844) { IsTouched = true };

    public bool IsTouched { get; init; }

    public bool HasScript { get; init; } = true;

    public string Language { get; init; } = "en";

    public Device WithoutScript => this with { Name = Name + " without script", HasScript = false };

    public override string ToString() => Name;

    internal BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = IsTouched,
        IsMobile = IsTouched,
        JavaScriptEnabled = HasScript,
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = Language,
    };
}
