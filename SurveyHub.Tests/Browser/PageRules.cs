using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SurveyHub.Tests.Browser;

/// <summary>What every page must keep, whoever made it.</summary>
internal static class PageRules
{
    extension(IPage page)
    {
        /// <summary>Fits its screen, and axe finds no violation, in light and in dark. Leaves the page in the light.</summary>
        public async Task AssertIsFitForEverybodyAsync()
        {
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
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
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} at {node.Target} {node.Html}");
}
