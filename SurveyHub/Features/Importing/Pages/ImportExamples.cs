namespace SurveyHub.Features.Importing.Pages;

/// <summary>What the files of an import look like, for whoever is about to make one. A test imports them.</summary>
internal static class ImportExamples
{
    public const string Mapping = """
        survey: internal-services        # the key of a survey file
        editions:
          - { year: 2024, responses: answers-2024.csv, frame: invited-2024.csv }
          - { year: 2025, responses: answers-2025.csv }
        columns:
          person: respondent             # links the years, where the survey is not anonymous
          groups: { department: dept }   # customer group: column
          items: { Q1_PRINT: printing }  # column: item, or a service for its main rating
        values:
          cannot_judge: [X]
        """;

    public const string History = """
        survey,year,n_invited,n_responses,service_code,item_code,n_na,c1,c2,c3,c4,c5
        internal-services,2019,1400,820,printing,,35,60,110,180,260,140
        internal-services,2019,,,payroll,,12,10,30,90,330,310
        internal-services,2019,,,,overall,,20,60,160,350,210
        """;
}
