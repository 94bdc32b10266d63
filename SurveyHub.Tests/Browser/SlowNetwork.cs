using System.Net;
using System.Net.Sockets;

namespace SurveyHub.Tests.Browser;

/// <summary>
/// The way to the server from far away: what a browser sends arrives a little later, and not at all if the browser gives the
/// connection up before. Over a loopback alone everything has arrived before a tab can close.
/// </summary>
internal sealed class SlowNetwork : IAsyncDisposable
{
    private readonly TcpListener _entrance = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ends = new();
    private readonly Uri _server;
    private readonly TimeSpan _delay;
    private readonly Task _accepting;

    public SlowNetwork(Uri server, TimeSpan delay)
    {
        (_server, _delay) = (server, delay);
        _entrance.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_entrance.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _entrance.Stop();
        await _accepting;
        _ends.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(CarryAsync(await _entrance.AcceptTcpClientAsync(_ends.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port, _ends.Token);
            await Task.WhenAny(ThereAsync(browser, server), server.GetStream().CopyToAsync(browser.GetStream(), _ends.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
        }
        finally
        {
            browser.Dispose();
        }
    }

    private async Task ThereAsync(TcpClient browser, TcpClient server)
    {
        var buffer = new byte[1 << 17];
        while (await browser.GetStream().ReadAsync(buffer, _ends.Token) is var length and > 0)
        {
            await Task.Delay(_delay, _ends.Token);
            if (browser.Client.Poll(0, SelectMode.SelectRead) && browser.Client.Available == 0) return;
            await server.GetStream().WriteAsync(buffer.AsMemory(0, length), _ends.Token);
        }
    }
}
