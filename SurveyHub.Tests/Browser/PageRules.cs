using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SurveyHub.Tests.Browser;

/// <summary>What every page must keep, whoever made it.</summary>
internal static class PageRules
{
    // With reduced motion every change of colour is a transition of a hundredth of a millisecond, handed down from parent to child, one frame each.
    private const string UntilCalm = """
        async () => {
          for (let frames = 0, calm = 0; calm < 2 && frames < 100; frames++) {
            await new Promise(requestAnimationFrame);
            calm = document.getAnimations().length ? 0 : calm + 1;
          }
        }
        """;

    extension(IPage page)
    {
        /// <summary>Fits its screen, and axe finds no violation, in light and in dark. Leaves the page in the light.</summary>
        public async Task AssertIsFitForEverybodyAsync()
        {
            await page.WaitForLoadStateAsync(LoadState.Load);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.EvaluateAsync(UntilCalm);
                var found = await page.RunAxe();
                Assert.That(found.Violations.SelectMany(Words), Is.Empty, $"{page.Url} in {scheme}");
            }
            await page.AssertFitsTheScreenAsync();
        }

        /// <summary>Nobody has to scroll sideways to read.</summary>
        public async Task AssertFitsTheScreenAsync()
        {
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.That(wider, Is.LessThanOrEqualTo(0), $"{page.Url} is so many pixels wider than the screen");
        }
    }

    private static IEnumerable<string> Words(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} {string.Join(' ', node.Any.Select(check => check.Message))} at {node.Target} {node.Html}");
}
