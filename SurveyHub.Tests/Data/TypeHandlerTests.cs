using Dapper;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class TypeHandlerTests(TestServer server) : DatabaseTest(server)
{
    private static readonly Guid Key = Guid.Parse("0198c0de-aaaa-7bbb-8ccc-0123456789ab");

    public sealed record Sample
    {
        public Guid SampleKey { get; init; }
        public DateTimeOffset HappenedAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public DateOnly OnDay { get; init; }
        public DateOnly? UntilDay { get; init; }
        public bool IsMain { get; init; }
        public byte[] TokenHash { get; init; } = [];
        public double? Weight { get; init; }
        public long Count { get; init; }
        public string? Text { get; init; }
    }

    [SetUp]
    public Task CreateSamples() => Database.WriteAsync(work => work.ExecuteAsync(Dialect.Name == "sqlite"
        ? """
          create table sample (sample_key text not null primary key, happened_at text not null, ended_at text, on_day text not null,
              until_day text, is_main integer not null, token_hash blob not null, weight real, count integer not null, text text) strict
          """
        : """
          create table sample (sample_key uuid not null primary key, happened_at timestamptz not null, ended_at timestamptz, on_day date not null,
              until_day date, is_main boolean not null, token_hash bytea not null, weight double precision, count bigint not null, text text)
          """));

    [Test]
    public async Task Everything_comes_back_as_it_went()
    {
        var full = new Sample
        {
            SampleKey = Key,
            HappenedAt = new(2026, 3, 29, 1, 30, 0, 123, 456, TimeSpan.Zero),
            EndedAt = DateTimeOffset.UnixEpoch,
            OnDay = new(2024, 2, 29),
            UntilDay = new(9999, 12, 31),
            IsMain = true,
            TokenHash = [0, 1, 255],
            Weight = 0.1,
            Count = long.MaxValue,
            Text = "Grüße aus dem Labor, 5 %",
        };

        var read = await StoreAndReadAsync(full);

        Assert.That(read.TokenHash, Is.EqualTo(full.TokenHash));
        Assert.That(read with { TokenHash = full.TokenHash }, Is.EqualTo(full));
    }

    [Test]
    public async Task What_is_absent_comes_back_absent()
    {
        var bare = new Sample { SampleKey = Key, HappenedAt = DateTimeOffset.UnixEpoch, OnDay = new(2026, 1, 1) };

        var read = await StoreAndReadAsync(bare);

        Assert.That(read with { TokenHash = bare.TokenHash }, Is.EqualTo(bare));
    }

    [Test]
    public async Task An_instant_is_the_same_wherever_it_was_read_off_the_clock()
    {
        var helsinki = new DateTimeOffset(2026, 6, 1, 15, 0, 0, TimeSpan.FromHours(3));

        var read = await StoreAndReadAsync(new() { SampleKey = Key, HappenedAt = helsinki, OnDay = new(2026, 6, 1) });

        Assert.That(read.HappenedAt, Is.EqualTo(helsinki));
        Assert.That(read.HappenedAt.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Keys_instants_and_days_can_be_asked_for()
    {
        var sample = new Sample { SampleKey = Key, HappenedAt = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero), OnDay = new(2026, 6, 1) };
        await StoreAndReadAsync(sample);

        var found = await Database.ReadAsync((connection, _) => connection.QuerySingleAsync<int>("""
            select count(*)
            from sample
            where sample_key = @SampleKey and happened_at < @later and on_day between @OnDay and @OnDay and not is_main
            """, new { sample.SampleKey, sample.OnDay, later = sample.HappenedAt.AddMicroseconds(1) }));

        Assert.That(found, Is.EqualTo(1));
    }

    private async Task<Sample> StoreAndReadAsync(Sample sample)
    {
        await Database.WriteAsync(work => work.ExecuteAsync("""
            insert into sample (sample_key, happened_at, ended_at, on_day, until_day, is_main, token_hash, weight, count, text)
            values (@SampleKey, @HappenedAt, @EndedAt, @OnDay, @UntilDay, @IsMain, @TokenHash, @Weight, @Count, @Text)
            """, sample));
        return await Database.ReadAsync((connection, _) => connection.QuerySingleAsync<Sample>("select * from sample"));
    }
}
