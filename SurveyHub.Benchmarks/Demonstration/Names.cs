using System.Globalization;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>Names as frequent as they come, so that no combination means anybody.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Anna", "Maria", "Sabine", "Julia", "Katharina", "Lena", "Monika", "Petra", "Claudia", "Ursula", "Emma", "Sophie", "Laura", "Clara",
        "Elena", "Ines", "Fatima", "Ayşe", "Zeynep", "Olga", "Agnieszka", "Marta", "Ivana", "Leila", "Chiara", "Giulia", "Camille", "Zoë",
        "Mary", "Grace", "Ruth", "Helen", "Thomas", "Michael", "Andreas", "Stefan", "Markus", "Peter", "Jan", "Lukas", "Felix", "Jonas",
        "Paul", "Max", "David", "Daniel", "Ali", "Mehmet", "Omar", "Karim", "Piotr", "Tomasz", "Luca", "Marco", "Ivan", "Nikola",
        "Jürgen", "Björn", "René", "John", "James", "George", "Martin", "Simon",
    ];

    public static readonly string[] Last =
    [
        "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Koch", "Bauer", "Richter",
        "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hofmann", "Hartmann", "Lange", "Krause", "Lehmann",
        "Köhler", "Maier", "Walter", "Peters", "Jung", "Möller", "Berger", "Winkler", "Lorenz", "Baumann", "Schuster", "Böhm", "Graf", "Jäger",
        "Yılmaz", "Kaya", "Demir", "Nowak", "Kowalski", "Novák", "Horvat", "Popescu", "Rossi", "Ferrari", "García", "Silva", "Martin",
        "Dubois", "Nguyen", "Haddad", "Hassan", "Smith", "Jones", "Taylor", "Brown", "Murphy", "Kelly", "Jansen", "de Vries", "Ahmed",
    ];

    private static readonly Dictionary<char, string> PlainLetters = new()
    {
        ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss", ['ş'] = "s", ['ı'] = "i", ['ë'] = "e", ['é'] = "e", ['á'] = "a", ['í'] = "i", [' '] = "",
    };

    /// <returns>first.last@st-anna.example in plain letters, with a number when the address is taken.</returns>
    public static string Address(string first, string last, HashSet<string> taken)
    {
        var name = $"{Plain(first)}.{Plain(last)}";
        var address = $"{name}@st-anna.example";
        for (var again = 2; !taken.Add(address); again++)
            address = $"{name}{again.ToString(CultureInfo.InvariantCulture)}@st-anna.example";
        return address;
    }

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Select(letter =>
        letter is >= 'a' and <= 'z' ? letter.ToString()
        : PlainLetters.TryGetValue(letter, out var plain) ? plain
        : throw new InvalidOperationException($"No plain letter is known for {letter} in {name}.")));
}
