using Microsoft.JSInterop;

namespace SurveyHub.Shell.Layout;

/// <summary>The address bar of a live page. It always names what is shown, so that a view can be kept, shared and reloaded.</summary>
public sealed class BrowserAddress(IJSRuntime browser)
{
    public ValueTask ShowAsync(string address) => browser.InvokeVoidAsync("history.replaceState", null, "", address);
}
