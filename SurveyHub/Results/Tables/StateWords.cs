using SurveyHub.Results.Counting;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>The words of a state in an edition's tables.</summary>
internal static class StateWords
{
    extension(EditionTallies tallies)
    {
        /// <summary>Not one rating question has an answer, not even "cannot judge".</summary>
        public bool NobodyAnswered => tallies.Edition.Items.All.Where(i => i.Kind == ItemKind.Rating).All(i => tallies.Of(i).Asked == 0);

        public string WordsOf(CellState state) => state == CellState.NotAsked && tallies.NobodyAnswered ? ExportWords.NobodyAnswered : ExportWords.Of(state);
    }
}
