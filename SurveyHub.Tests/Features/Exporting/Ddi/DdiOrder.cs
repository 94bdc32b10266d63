using System.Xml.Linq;

namespace SurveyHub.Tests.Features.Exporting.Ddi;

/// <summary>In which order DDI-Codebook 2.5 wants the children of an element, after its schema: of those that we write, and their neighbours.</summary>
internal static class DdiOrder
{
    public static readonly XNamespace Ns = "ddi:codebook:2_5";

    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["codeBook"] = ["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"],
        ["stdyDscr"] = ["citation", "studyAuthorization", "stdyInfo", "studyDevelopment", "method", "dataAccs", "othrStdyMat", "notes"],
        ["citation"] = ["titlStmt", "rspStmt", "prodStmt", "distStmt", "serStmt", "verStmt", "biblCit", "holdings", "notes"],
        ["titlStmt"] = ["titl", "subTitl", "altTitl", "parTitl", "IDNo"],
        ["rspStmt"] = ["AuthEnty", "othId"],
        ["prodStmt"] = ["producer", "copyright", "prodDate", "prodPlac", "software", "fundAg", "grantNo"],
        ["serStmt"] = ["serName", "serInfo"],
        ["verStmt"] = ["version", "verResp", "notes"],
        ["stdyInfo"] = ["studyBudget", "subject", "abstract", "sumDscr", "qualityStatement", "notes", "exPostEvaluation"],
        ["sumDscr"] = ["timePrd", "collDate", "nation", "geogCover", "geogUnit", "geoBndBox", "boundPoly", "anlyUnit", "universe", "dataKind"],
        ["method"] = ["dataColl", "notes", "anlyInfo", "stdyClas", "dataProcessing", "codingInstructions"],
        ["dataColl"] = ["timeMeth", "dataCollector", "collectorTraining", "frequenc", "sampProc", "sampleFrame", "targetSampleSize", "deviat", "collMode", "resInstru", "weight"],
        ["anlyInfo"] = ["respRate", "EstSmpErr", "dataAppr"],
        ["fileDscr"] = ["fileTxt", "locMap", "notes"],
        ["fileTxt"] = ["fileName", "fileCitation", "fileCont", "fileStrc", "dimensns", "fileType", "format", "software"],
        ["dimensns"] = ["caseQnty", "varQnty", "logRecL", "recPrCas", "recNumTot"],
        ["dataDscr"] = ["varGrp", "nCubeGrp", "var", "nCube", "notes"],
        ["varGrp"] = ["labl", "txt", "concept", "defntn", "universe", "notes"],
        ["var"] =
        [
            "location", "labl", "imputation", "security", "embargo", "respUnit", "anlysUnit", "qstn", "valrng", "invalrng", "undocCod", "universe", "TotlResp",
            "sumStat", "txt", "stdCatgry", "catgryGrp", "catgry", "codInstr", "verStmt", "concept", "derivation", "varFormat", "geoMap", "catLevel", "notes",
        ],
        ["qstn"] = ["qstnLit"],
        ["valrng"] = ["item", "range"],
        ["invalrng"] = ["item"],
        ["catgry"] = ["catValu", "labl", "txt", "catStat", "mrow"],
    };

    /// <returns>What stands where the standard does not have it.</returns>
    public static IEnumerable<string> Breaches(XElement root) =>
        from element in root.DescendantsAndSelf()
        let allowed = Children.GetValueOrDefault(element.Name.LocalName, [])
        let places = element.Elements().Select(e => e.Name.Namespace == Ns ? Array.IndexOf(allowed, e.Name.LocalName) : -1).ToArray()
        where places.Contains(-1) || !places.SequenceEqual(places.Order())
        select $"{element.Name.LocalName}: {string.Join(' ', element.Elements().Select(e => e.Name.LocalName).Distinct())}";
}
