using System.Xml;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Ddi;

/// <summary>Elements of a DDI-Codebook 2.5 document, with texts in several languages.</summary>
internal sealed class DdiWriter(XmlWriter xml)
{
    private const string Namespace = "ddi:codebook:2_5";
    private const string Schema = "http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd";

    public void Root(string language, Action write)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("codeBook", Namespace);
        xml.WriteAttributeString("version", "2.5");
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {Schema}");
        write();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    public void Element(string name, Action write) => Element(name, [], write);

    public void Element(string name, IEnumerable<(string Name, string Value)> attributes, Action? write = null)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, Readable(value));
        write?.Invoke();
        xml.WriteEndElement();
    }

    public void Text(string name, string text, params IEnumerable<(string Name, string Value)> attributes) =>
        Element(name, attributes, () => xml.WriteString(Readable(text)));

    /// <summary>An element a language, as the standard has it.</summary>
    public void InEach(string name, IReadOnlyList<string> languages, Func<string, string> text)
    {
        foreach (var language in languages) In(name, language, text(language));
    }

    public void InEach(string name, IReadOnlyList<string> languages, LocalText text) => InEach(name, languages, text.In);

    public void In(string name, string language, string text)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(Readable(text));
        xml.WriteEndElement();
    }

    /// <summary>Without the control characters and broken pairs that XML has no way to write.</summary>
    private static string Readable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
