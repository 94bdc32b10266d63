using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using SurveyHub.Features.Access;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Walking;

/// <summary>Bytes that are no text reach no database, wherever somebody puts them.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class NoTextTests(TestServer server)
{
    private const string Null = "a%00b";
    private const string HalfACharacter = "a%ED%A0%80b";

    private FurnishedHost _house = null!;
    private HttpClient _eve = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _house = await FurnishedHost.StartAsync(server);
        _eve = await _house.Host.SignInAsync(FurnishedHost.Everybody);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        Assert.That(_house.Host.Log.Errors, Is.Empty);
        _eve.Dispose();
        await _house.DisposeAsync();
    }

    [TestCase(HalfACharacter)]
    [TestCase("x")]
    [TestCase("%F0%9F%98%80%E2%80%AE'%22%5C%25_")]
    [TestCase("99999999999999999999")]
    public async Task In_any_part_of_any_address_it_is_nobodys_failure(string text)
    {
        var tried = 0;
        foreach (var route in _house.Routes)
            foreach (var name in route.RoutePattern.Parameters.Select(p => p.Name))
                foreach (var address in _house.AddressesOf(route, parameter => parameter == name ? text : null))
                {
                    Assert.That(await StatusAsync(address), Is.InRange(200, 499), address);
                    tried++;
                }
        Assert.That(tried, Is.GreaterThan(50));
    }

    /// <summary>By the server itself, before anything of ours runs; a test in memory cannot even send it.</summary>
    [Test]
    public async Task A_null_character_in_the_path_is_refused()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true });
        using var answer = await host.Visitor().GetAsync(new Uri("/s/" + Null, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase(Null, 400)]
    [TestCase(HalfACharacter, 499)]
    [TestCase("x", 499)]
    [TestCase("%F0%9F%98%80%E2%80%AE'%22%5C%25_", 499)]
    [TestCase("99999999999999999999", 499)]
    public async Task In_any_filter_of_any_page_it_is_nobodys_failure(string text, int highest)
    {
        var names = QueryNames;
        Assert.That(names, Does.Contain("q").And.Contain("year").And.Contain("who").And.Contain("from").And.Contain("lang"));
        foreach (var route in _house.Routes.Where(TakesGets))
            foreach (var name in names)
                Assert.That(await StatusAsync($"{_house.AddressesOf(route)[^1]}?{name}={text}"), Is.InRange(200, highest), $"{route.RoutePattern.RawText}?{name}={text}");
    }

    [Test]
    public async Task In_any_field_of_any_form_a_null_character_is_refused_in_words()
    {
        var fields = 0;
        foreach (var address in _house.StaffRoutes.Where(TakesGets).SelectMany(_house.AddressesOf))
            foreach (var form in PageForm.In(await _eve.ReadAsync(address), address).Where(form => !form.Fields.Any(f => f.Kind == "file")))
                foreach (var field in form.Fields)
                {
                    var body = string.Join('&', form.Fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Typed)}{(f == field ? "%00" : "")}"));
                    using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
                    using var answer = await _eve.PostAsync(new Uri(form.Action, UriKind.Relative), content);

                    Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), $"{field.Name} of {address}");
                    Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("signs in it that are not text"), $"{field.Name} of {address}");
                    fields++;
                }
        Assert.That(fields, Is.GreaterThan(80));
    }

    [Test]
    public async Task A_form_with_parts_is_taken_only_where_files_are()
    {
        var addresses = _house.Routes.Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true).SelectMany(_house.AddressesOf).ToList();
        Assert.That(addresses, Has.Count.GreaterThan(20));
        foreach (var address in addresses)
        {
            using var parts = new ByteArrayContent(Encoding.UTF8.GetBytes(
                "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\0b\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\0b.csv\"\r\n\r\n\0\r\n--b--\r\n"));
            parts.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
            using var answer = await _eve.PostAsync(new Uri(address, UriKind.Relative), parts);

            Assert.That((int)answer.StatusCode, Is.EqualTo(415).Or.EqualTo(422).Or.EqualTo(404), address);
        }
    }

    /// <summary>Every name that some page reads from its address.</summary>
    private static IReadOnlyList<string> QueryNames =>
    [
        .. from type in typeof(Roles).Assembly.GetTypes()
           where type.IsAssignableTo(typeof(ComponentBase))
           from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
           let asked = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
           where asked is not null
           group property by (asked.Name ?? property.Name).ToLowerInvariant() into name
           select name.Key,
        "lang", "culture",
        // The two live pages read their query as a whole.
        "q", "language", "group.department", "sort", "page", "who", "what", "from", "until",
    ];

    private async Task<int> StatusAsync(string address)
    {
        using var answer = await _eve.GetAsync(new Uri(address, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    private static bool TakesGets(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true;
}
