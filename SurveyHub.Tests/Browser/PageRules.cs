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

    // What stands over the edge of its card, or of its cell and so upon the next one.
    private const string OutOfPlace = """
        () => {
          const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .filter-menu ul');
          const box = element => element.getBoundingClientRect();
          // On paper a card may lend its place to what is in it, and has no edge of its own then.
          const card = element => { let frame = element.closest('.card'); while (getComputedStyle(frame).display === 'contents') frame = frame.parentElement; return box(frame); };
          const over = element => box(element).width > 1 && (box(element).right > card(element).right + 1 || box(element).left < card(element).left - 1);
          return [...document.querySelectorAll('.card *')].filter(over).filter(seen)
            .concat([...document.querySelectorAll('td, th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).filter(seen))
            .map(element => `${element.tagName} ${element.className.baseVal ?? element.className}: ${element.textContent.trim().slice(0, 60)}`);
        }
        """;

    extension(IPage page)
    {
        /// <summary>Fits its screen, and axe finds no violation, in light and in dark. Leaves the page in the light.</summary>
        public async Task AssertIsFitForEverybodyAsync()
        {
            await page.WaitForLoadStateAsync(LoadState.Load);
            await page.AssertHasNoViolationAsync(ColorScheme.Dark);
            await page.AssertHasNoViolationAsync(ColorScheme.Light);
            await page.AssertFitsTheScreenAsync();
        }

        // Every rule in both: what is on the page may depend on the scheme, and not only its colours.
        private async Task AssertHasNoViolationAsync(ColorScheme scheme)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.EvaluateAsync(UntilCalm);
            var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            Assert.That(found.Violations.SelectMany(Words), Is.Empty, $"{page.Url} in the {(scheme == ColorScheme.Dark ? "dark" : "light")}");
        }

        /// <summary>Nobody has to scroll sideways to read.</summary>
        public async Task AssertFitsTheScreenAsync()
        {
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.That(wider, Is.LessThanOrEqualTo(0), $"{page.Url} is so many pixels wider than the screen");
            Assert.That(await page.EvaluateAsync<string[]>(OutOfPlace), Is.Empty, $"{page.Url} at {page.ViewportSize!.Width} pixels has something over an edge");
        }
    }

    private static IEnumerable<string> Words(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} {string.Join(' ', node.Any.Select(check => check.Message))} at {node.Target} {node.Html}");
}
