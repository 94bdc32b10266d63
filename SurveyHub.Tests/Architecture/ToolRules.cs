using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Architecture;

/// <summary>./test leaves tests out by category where a program is not wanted; a test that forgot its category would be skipped instead.</summary>
public sealed class ToolRules
{
    private static readonly (Type Tool, string Category)[] Tools =
    [
        (typeof(Pspp), Pspp.Category), (typeof(RScript), RScript.Category), (typeof(Spreadsheet), Spreadsheet.Category), (typeof(XmlLint), XmlLint.Category),
    ];

    [Test]
    public void Every_test_that_needs_a_program_carries_its_category() =>
        Assert.That(Users().Where(u => !CategoriesOf(u.Test).Contains(u.Category)).Select(u => $"{u.Test.FullName} needs [Category(\"{u.Category}\")]"), Is.Empty);

    [Test]
    public void Tests_that_need_a_program_are_seen() =>
        Assert.That(Users(), Does.Contain((typeof(PsppTests), Pspp.Category)).And.Contain((typeof(RScriptTests), RScript.Category))
            .And.Contain((typeof(SpreadsheetTests), Spreadsheet.Category)).And.Contain((typeof(XmlLintTests), XmlLint.Category)));

    [Test]
    public void Every_category_that_the_script_leaves_out_is_one_of_these()
    {
        var script = File.ReadAllText(Path.Combine(SourceTree.Root, "test"));

        Assert.That(script, Does.Contain("leave_out browser pspp slow").And.Contain("leave_out r spreadsheet xmllint"));
    }

    private static List<(Type Test, string Category)> Users() =>
    [
        .. from type in typeof(ToolRules).Assembly.GetTypes()
           let test = Outermost(type)
           where test != typeof(ToolRules) && test.GetMethods().Any(m => m.IsDefined(typeof(TestAttribute), true) || m.IsDefined(typeof(TestCaseAttribute), true))
           from used in Dependencies.TypesOf(type).Distinct()
           join tool in Tools on used equals tool.Tool
           group tool by (test, tool.Category) into user
           select user.Key,
    ];

    private static IEnumerable<string> CategoriesOf(Type test) => test.GetCustomAttributes(typeof(CategoryAttribute), true).Cast<CategoryAttribute>().Select(c => c.Name);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
