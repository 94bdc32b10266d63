using System.Text;
using SurveyHub.Benchmarks.Demonstration;
using SurveyHub.Benchmarks.Demonstration.Joint;

namespace SurveyHub.Tests.Demonstration;

public sealed class MakeDemonstrationTests
{
    private static (string Survey, IEnumerable<(string Name, string Content)> Files)[] Surveys => [(DemonstrationFiles.Folder, DemonstrationFiles.All()), (JointFiles.Folder, JointFiles.All())];

    [Test]
    public void The_files_under_seed_data_are_what_the_command_makes_byte_for_byte()
    {
        foreach (var (survey, files) in Surveys)
            foreach (var (name, content) in files)
                Assert.That(File.ReadAllBytes(Path.Combine(SeedData.Root, survey, name)).SequenceEqual(Encoding.UTF8.GetBytes(content)), Is.True,
                    $"{survey}/{name} differs: run make-demonstration, or put the file back");
    }

    [Test]
    public void No_other_CSV_lies_beside_them()
    {
        foreach (var (survey, files) in Surveys)
            Assert.That(Directory.GetFiles(Path.Combine(SeedData.Root, survey), "*.csv").Select(Path.GetFileName), Is.EquivalentTo(files.Select(f => f.Name)));
    }

    [Test]
    public void All_of_it_stays_under_three_megabytes() =>
        Assert.That(Surveys.SelectMany(s => Directory.GetFiles(Path.Combine(SeedData.Root, s.Survey))).Sum(f => new FileInfo(f).Length), Is.LessThan(3_000_000));
}
