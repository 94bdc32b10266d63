using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Upload;

/// <summary>A file of people as it was read: the people, or everything that is wrong with it.</summary>
public sealed class PeopleFile
{
    private readonly List<ListedPerson> _people = [];
    private readonly List<PeopleProblem> _problems = [];

    public IReadOnlyList<ListedPerson> People => _people;

    /// <summary>One bad row is enough to refuse the file: a list that was stored in part is one that nobody knows.</summary>
    public IReadOnlyList<PeopleProblem> Problems => _problems;

    /// <summary>Null when the header could not be read.</summary>
    public PeopleColumns? Columns { get; internal set; }

    public bool IsRefused => _problems.Count > 0;

    internal void Add(ListedPerson person) => _people.Add(person);

    internal void Add(PeopleProblem problem) => _problems.Add(problem);

    /// <summary>Whether the file says which option of this group people have.</summary>
    public bool Tells(CustomerGroup group) => Columns?.Groups.Any(g => g.Group.Key == group.Key) == true;
}
