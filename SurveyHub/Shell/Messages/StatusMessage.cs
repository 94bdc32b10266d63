namespace SurveyHub.Shell.Messages;

/// <summary>What went wrong, in words somebody can act on.</summary>
public sealed record StatusMessage(string Title, string Text)
{
    public static StatusMessage FormTooLarge { get; } =
        new("This form is too large", "It has more fields, or longer ones, than any page here. Nothing of it was stored. Go back, reload the page and send it again.");

    public static StatusMessage FormUnreadable { get; } =
        new("This form could not be read", "It has signs in it that are not text. Nothing of it was stored. Go back, remove them and send it again.");

    public static StatusMessage AddressUnreadable { get; } =
        new("This address could not be read", "It has signs in it that are not text. Nothing was changed. Go back and use the links of the page.");

    public static StatusMessage For(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("That did not arrive as it should",
            "The page may have been open for too long, or its data were incomplete. Nothing was changed. Go back, reload the page and try again."),
        StatusCodes.Status403Forbidden => new("This is not for your role",
            "You are signed in, but your role does not include this page. An administrator can change that."),
        StatusCodes.Status404NotFound => new("There is nothing here",
            "The address may be mistyped, or what was here has been taken away."),
        StatusCodes.Status405MethodNotAllowed => new("That cannot be done here",
            "The address exists, but not for this. Go back and use the buttons of the page."),
        StatusCodes.Status410Gone => new("This link can no longer be used",
            "It was used already, or it is too old. Ask for a new one."),
        StatusCodes.Status413PayloadTooLarge => new("That was too large",
            "More was sent than this page accepts. Nothing of it was stored. Make it smaller and try again."),
        StatusCodes.Status415UnsupportedMediaType => new("That cannot be taken here",
            "Something was sent that no page here would send. Nothing of it was stored. Go back and use the form of the page."),
        StatusCodes.Status429TooManyRequests => new("Too many attempts",
            "Wait a minute, then try again."),
        >= 500 => new("Something went wrong on our side",
            "It has been logged. What was saved before is safe. Try again in a moment."),
        _ => new("That did not work", "Nothing was changed. Go back and try again."),
    };
}

/// <summary>A better explanation than the status code alone, left by whoever refused the request.</summary>
public sealed record Explanation(StatusMessage Message);
