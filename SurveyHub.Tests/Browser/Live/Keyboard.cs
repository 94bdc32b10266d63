using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Live;

/// <summary>Somebody without a mouse.</summary>
internal static class Keyboard
{
    private const int MostSteps = 200;

    extension(IPage page)
    {
        /// <summary>Presses Tab until the thing has the focus, as whoever looks for it would.</summary>
        public async Task TabToAsync(ILocator wanted)
        {
            for (var step = 0; step < MostSteps; step++)
            {
                if (await wanted.EvaluateAsync<bool>("wanted => wanted === document.activeElement")) return;
                await page.Keyboard.PressAsync("Tab");
            }
            await Expect(wanted).ToBeFocusedAsync(new() { Timeout = 100 });
        }

        public async Task PressOnAsync(ILocator wanted, string key = "Enter")
        {
            await page.TabToAsync(wanted);
            await page.Keyboard.PressAsync(key);
        }
    }
}
