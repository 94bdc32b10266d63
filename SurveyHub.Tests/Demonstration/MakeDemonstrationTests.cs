using System.Text;
using SurveyHub.Benchmarks.Demonstration;

namespace SurveyHub.Tests.Demonstration;

public sealed class MakeDemonstrationTests
{
    [Test]
    public void The_files_under_seed_data_are_what_the_command_makes_byte_for_byte()
    {
        foreach (var (name, content) in DemonstrationFiles.All())
            Assert.That(File.ReadAllBytes(Path.Combine(SeedData.Folder, name)).SequenceEqual(Encoding.UTF8.GetBytes(content)), Is.True,
                $"{name} differs: run make-demonstration, or put the file back");
    }

    [Test]
    public void No_other_CSV_lies_beside_them() =>
        Assert.That(Directory.GetFiles(SeedData.Folder, "*.csv").Select(Path.GetFileName), Is.EquivalentTo(DemonstrationFiles.All().Select(f => f.Name)));

    [Test]
    public void All_of_it_stays_under_three_megabytes() =>
        Assert.That(Directory.GetFiles(SeedData.Folder).Sum(f => new FileInfo(f).Length), Is.LessThan(3_000_000));
}
