using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Architecture;

/// <summary>A file fits in one head and a room in one glance. A rule is loosened by an ADR, not by an exception here.</summary>
public sealed class RoomSizeRules
{
    private const int LinesAFile = 250;
    private const int FilesARoom = 20;

    private static readonly string[] Sources = [".cs", ".razor", ".sql", ".css", ".js"];
    private static readonly string[] NamesThatSayNothing = ["Helpers", "Common", "Services", "Models", "Utils", "Misc"];

    private string _planted = "";

    [SetUp]
    public void PlantATree() =>
        _planted = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"), "SurveyHub", "Room")).FullName;

    [TearDown]
    public void RemoveTheTree() => Directory.Delete(Path.Combine(_planted, "..", ".."), recursive: true);

    [Test]
    public void No_file_is_longer_than_250_lines() => Assert.That(LongFiles(SourceTree.Root), Is.Empty);

    [Test]
    public void No_room_has_more_than_20_files() => Assert.That(LargeRooms(SourceTree.Root), Is.Empty);

    [Test]
    public void Every_folder_is_named_after_a_responsibility() => Assert.That(VagueFolders(SourceTree.Root), Is.Empty);

    [Test]
    public void The_tree_is_where_the_rules_look() =>
        Assert.That(SourceTree.Files(SourceTree.Root, ".cs").Select(Path.GetFileName), Does.Contain("RoomSizeRules.cs").And.Contain("Database.cs"));

    [TestCase(250, 0)]
    [TestCase(251, 1)]
    public void A_file_one_line_too_long_is_seen(int lines, int seen)
    {
        File.WriteAllLines(Path.Combine(_planted, "Long.razor"), Enumerable.Repeat("<p></p>", lines));

        Assert.That(LongFiles(PlantedRoot), Has.Count.EqualTo(seen));
    }

    [TestCase(20, 0)]
    [TestCase(21, 1)]
    public void A_room_one_file_too_large_is_seen_and_the_parts_of_a_component_are_one(int files, int seen)
    {
        foreach (var ending in new[] { ".razor", ".razor.css", ".razor.cs" })
            for (var n = 0; n < files; n++)
                File.WriteAllText(Path.Combine(_planted, $"Page{n}{ending}"), "");

        Assert.That(LargeRooms(PlantedRoot), Has.Count.EqualTo(seen));
    }

    [Test]
    public void A_folder_whose_name_says_nothing_is_seen()
    {
        Directory.CreateDirectory(Path.Combine(_planted, "Helpers"));

        Assert.That(VagueFolders(PlantedRoot), Has.Count.EqualTo(1));
    }

    private string PlantedRoot => Path.GetFullPath(Path.Combine(_planted, "..", ".."));

    private static IReadOnlyList<string> LongFiles(string root) =>
    [
        .. from file in SourceTree.Files(root, Sources)
           let lines = File.ReadLines(file).Count()
           where lines > LinesAFile
           select $"{Path.GetRelativePath(root, file)} has {lines} lines",
    ];

    private static IReadOnlyList<string> LargeRooms(string root) =>
    [
        .. from file in SourceTree.Files(root, Sources)
           group Path.GetFileName(file).Split('.')[0] by Path.GetDirectoryName(file) into room
           let size = room.Distinct().Count()
           where size > FilesARoom
           select $"{Path.GetRelativePath(root, room.Key!)} has {size} files",
    ];

    private static IReadOnlyList<string> VagueFolders(string root) =>
        [.. SourceTree.Folders(root).Where(folder => NamesThatSayNothing.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase))];
}
