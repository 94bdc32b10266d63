using FsCheck;
using FsCheck.Fluent;
using SurveyHub.Statistics;

namespace SurveyHub.Tests.Statistics;

/// <summary>Random cases. The seed is fixed so that a failure comes again; the message names the case.</summary>
internal static class Property
{
    public static Gen<GoodCount> GoodCounts =>
        from valid in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 400), Gen.Choose(0, 100_000))
        from good in Gen.OneOf(Gen.Choose(0, valid), Gen.Constant(0), Gen.Constant(valid))
        select new GoodCount(good, valid);

    public static Gen<GoodCount> RatedCounts => GoodCounts.Where(count => count.Valid > 0);

    public static Gen<(GoodCount From, GoodCount To)> TwoRatedCounts =>
        from first in RatedCounts
        from second in RatedCounts
        select (first, second);

    public static Gen<double[]> PValues => Gen.ArrayOf(
        Gen.OneOf(Gen.Choose(0, 1000).Select(thousandth => thousandth / 1000.0), Gen.Elements(0, 1, 1e-40, 0.05)));

    public static void Holds<T>(Gen<T> cases, Func<T, bool> property, int count = 500) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20261121, 7),
        Prop.ForAll(cases.ToArbitrary(), property));
}
