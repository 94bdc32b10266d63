using System.Net;
using System.Text;
using Dapper;

namespace SurveyHub.Tests.Features.Frame;

public sealed class LinksPagesTests : FramePagesTest
{
    [Test]
    public async Task Links_are_downloaded_once_and_their_secrets_are_nowhere_in_the_database_or_the_log()
    {
        await Owner.SaveAsync(File);

        using var list = await Owner.PostAsync(OwnersBrowser.PeoplePage + "/links.csv", OwnersBrowser.PeoplePage);
        var lines = (await list.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        var again = await Owner.PressAsync(OwnersBrowser.PeoplePage + "/links.csv", OwnersBrowser.PeoplePage);

        Assert.That(list.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("internal-2026-links-1.csv"));
        Assert.That(lines[1], Does.Match(@"^ann@st-anna\.example,Ann Böhm,en,Surgery,Nurse,https?://localhost/s/[A-Za-z0-9_-]{22}$"));
        Assert.That(await Owner.ReadAsync(again), Does.Contain("No links were made").And.Contain("List 1, 2 Nov 2026"));
        var bytes = Encoding.Latin1.GetString(await DatabaseBytesAsync());
        Assert.That(bytes, Does.Contain("ann@st-anna.example"), "these are the bytes in question");
        foreach (var secret in lines.Skip(1).Select(line => line[^22..]))
        {
            Assert.That(bytes, Does.Not.Contain(secret));
            Assert.That(Host.Log.Lines, Has.None.Contain(secret));
        }
        Assert.That(Host.Log.Lines, Has.None.Contain("st-anna.example"));
    }

    [Test]
    public async Task A_link_of_the_list_opens_the_survey()
    {
        await Owner.SaveAsync(File);
        using var list = await Owner.PostAsync(OwnersBrowser.PeoplePage + "/links.csv", OwnersBrowser.PeoplePage);
        var link = new Uri((await list.Content.ReadAsStringAsync()).Trim().Split("\r\n")[^1].Split(',')[^1]).AbsolutePath;

        using var welcome = await Host.Visitor().GetAsync(new Uri(link, UriKind.Relative));

        Assert.That(welcome.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await welcome.Content.ReadAsStringAsync(), Does.Contain("How good are our services?"));
    }

    [Test]
    public async Task A_list_is_made_anew_only_by_who_knows_what_it_does()
    {
        await Owner.SaveAsync(File);
        using var lost = await Owner.PostAsync(OwnersBrowser.PeoplePage + "/links.csv", OwnersBrowser.PeoplePage);

        var refused = await Owner.PressAsync(OwnersBrowser.PeoplePage + "/links.csv", OwnersBrowser.PeoplePage, ("anew", "1"));
        using var anew = await Owner.PostAsync(OwnersBrowser.PeoplePage + "/links.csv", OwnersBrowser.PeoplePage, ("anew", "1"), ("sure", "yes"));

        Assert.That(await Owner.ReadAsync(refused), Does.Contain("Tick the box"));
        Assert.That(anew.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("internal-2026-links-2.csv"));
        var old = (await lost.Content.ReadAsStringAsync()).Trim().Split("\r\n")[1][^22..];
        using var gone = await Host.Visitor().GetAsync(new Uri($"/s/{old}", UriKind.Relative));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <summary>The database as it lies on the disk, what is not yet moved into it included.</summary>
    private async Task<byte[]> DatabaseBytesAsync()
    {
        var path = await Host.Database.ReadAsync((db, _) => db.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'"));
        using var bytes = new MemoryStream();
        foreach (var file in new[] { path!, path + "-wal" }.Where(System.IO.File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(bytes);
        }
        return bytes.ToArray();
    }
}
