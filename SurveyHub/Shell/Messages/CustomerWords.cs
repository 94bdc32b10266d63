namespace SurveyHub.Shell.Messages;

/// <summary>What a customer reads when no survey page can be shown. Here and not in the survey's texts, because the survey may be what is missing.</summary>
public static class CustomerWords
{
    /// <summary>In every form of a customer's page, the language it is in. No question's field has such a name: none begins with a dash.</summary>
    public const string LanguageField = "-in";

    private static readonly string[] Languages = ["en", "de", "fr", "ar"];

    /// <param name="request">The request.</param>
    /// <param name="form">What it sent, if that can be read: the page it was sent from is in a language already.</param>
    public static string Language(HttpRequest? request, IFormCollection? form = null)
    {
        var sent = form?[LanguageField].ToString().Split('-')[0];
        return sent is not null && Languages.Contains(sent) ? sent : Wanted(request);
    }

    private static string Wanted(HttpRequest? request) =>
        request is null ? Languages[0] : WantedLanguages.Of(request).Select(wanted => wanted.Split('-')[0].ToLowerInvariant()).FirstOrDefault(Languages.Contains) ?? Languages[0];

    /// <summary>A page was sent and could not be stored; what was entered comes with the message, to be sent again.</summary>
    public static StatusMessage NotSaved(string language) => language switch
    {
        "de" => new("Das konnte gerade nicht gespeichert werden", "Alles, was Sie eingegeben haben, steht noch in dieser Seite. Lassen Sie sie offen, warten Sie einen Moment und drücken Sie den Knopf."),
        "fr" => new("L’enregistrement n’a pas fonctionné", "Tout ce que vous avez saisi est encore dans cette page. Laissez-la ouverte, attendez un instant, puis appuyez sur le bouton."),
        "ar" => new("تعذّر الحفظ الآن", "كل ما أدخلته ما زال في هذه الصفحة. اتركها مفتوحة وانتظر لحظة ثم اضغط الزر."),
        _ => new("This could not be saved just now", "Everything you entered is still in this page. Leave it open, wait a moment and press the button."),
    };

    public static string SendAgain(string language) => language switch { "de" => "Noch einmal senden", "fr" => "Renvoyer", "ar" => "إعادة الإرسال", _ => "Send it again" };

    /// <summary>The name of a field, whatever was asked.</summary>
    public static string Written(string language) => language switch { "de" => "Was Sie geschrieben haben", "fr" => "Ce que vous avez écrit", "ar" => "ما كتبته", _ => "What you wrote" };

    public static StatusMessage For(string language, int status) => (status, language) switch
    {
        (404 or 410, "de") => new("Zu diesem Link gibt es keine Umfrage", "Vielleicht fehlt sein Ende, oder Ihnen wurde inzwischen ein neuer geschickt. Öffnen Sie den Link Ihrer neuesten Einladung, oder kopieren Sie ihn vollständig."),
        (404 or 410, "fr") => new("Aucune enquête ne correspond à ce lien", "Sa fin manque peut-être, ou un lien plus récent vous a été envoyé. Ouvrez celui de votre invitation la plus récente ou copiez-le en entier."),
        (404 or 410, "ar") => new("لا يوجد استبيان بهذا الرابط", "ربما ينقص آخره، أو أُرسل إليك رابط أحدث منه. افتح الرابط الذي في أحدث دعوة وصلتك أو انسخه كاملاً."),
        (404 or 410, _) => new("No survey belongs to this link", "Its end may be missing, or a newer one was sent to you since. Open the link in your newest invitation, or copy the whole of it."),
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
