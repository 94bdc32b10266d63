namespace SurveyHub.Shell.Messages;

/// <summary>What a customer reads when no survey page can be shown. Here and not in the survey's texts, because the survey may be what is missing.</summary>
public static class CustomerWords
{
    private static readonly string[] Languages = ["en", "de", "fr", "ar"];

    public static string Language(HttpRequest? request) =>
        request?.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Languages.Contains) ?? Languages[0];

    public static StatusMessage For(string language, int status) => (status, language) switch
    {
        (404 or 410, "de") => new("Zu diesem Link gibt es keine Umfrage", "Vielleicht fehlt das Ende des Links. Öffnen Sie ihn noch einmal aus Ihrer Einladung, oder kopieren Sie ihn vollständig."),
        (404 or 410, "fr") => new("Aucune enquête ne correspond à ce lien", "La fin du lien manque peut-être. Ouvrez-le de nouveau depuis votre invitation ou copiez-le en entier."),
        (404 or 410, "ar") => new("لا يوجد استبيان بهذا الرابط", "ربما ينقص آخر الرابط. افتحه مرة أخرى من دعوتك أو انسخه كاملاً."),
        (404 or 410, _) => new("No survey belongs to this link", "Its end may be missing. Open it again from your invitation, or copy the whole of it."),
        (429, "de") => new("Gerade ist viel los", "Bitte warten Sie eine Minute und versuchen Sie es noch einmal. Gespeicherte Antworten bleiben erhalten."),
        (429, "fr") => new("Beaucoup de monde en ce moment", "Attendez une minute, puis réessayez. Vos réponses enregistrées sont conservées."),
        (429, "ar") => new("هناك ضغط كبير الآن", "انتظر دقيقة ثم حاول مرة أخرى. إجاباتك المحفوظة لم تُفقد."),
        (429, _) => new("Very busy just now", "Wait a minute, then try again. Answers already saved are safe."),
        ( >= 500, "de") => new("Bei uns ist etwas schiefgegangen", "Ihre gespeicherten Antworten sind sicher. Öffnen Sie Ihren Link in ein paar Minuten noch einmal."),
        ( >= 500, "fr") => new("Une erreur s’est produite chez nous", "Vos réponses enregistrées sont en sécurité. Rouvrez votre lien dans quelques minutes."),
        ( >= 500, "ar") => new("حدث خطأ لدينا", "إجاباتك المحفوظة آمنة. افتح الرابط مرة أخرى بعد بضع دقائق."),
        ( >= 500, _) => new("Something went wrong on our side", "Answers already saved are safe. Open your link again in a few minutes."),
        (_, "de") => new("Das ist nicht richtig angekommen", "Ihre gespeicherten Antworten sind sicher. Gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal."),
        (_, "fr") => new("L’envoi n’est pas arrivé correctement", "Vos réponses enregistrées sont en sécurité. Revenez en arrière, rechargez la page et renvoyez-la."),
        (_, "ar") => new("لم يصل الإرسال كما ينبغي", "إجاباتك المحفوظة آمنة. ارجع إلى الخلف وأعد تحميل الصفحة ثم أرسلها من جديد."),
        _ => new("That did not arrive as it should", "Answers already saved are safe. Go back, reload the page and send it again."),
    };
}
