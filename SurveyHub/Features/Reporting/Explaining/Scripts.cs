namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The R scripts. Base R and nothing else, so that they run wherever R does.</summary>
internal static class Scripts
{
    public const string Share = """
        good  <- sum(counts$n[counts$counts_as == "good"])
        valid <- sum(counts$n[counts$counts_as %in% c("good", "other")])
        limits <- wilson(good, valid)
        result <- c(share = good / valid, lower = limits[1], upper = limits[2])
        """;

    public const string Change = """
        years <- sort(unique(counts$year))
        good  <- sapply(years, function(y) sum(counts$n[counts$year == y & counts$counts_as == "good"]))
        valid <- sapply(years, function(y) sum(counts$n[counts$year == y]))
        share <- good / valid
        difference <- share[2] - share[1]
        before <- wilson(good[1], valid[1])
        now    <- wilson(good[2], valid[2])
        # Newcombe's hybrid score interval.
        result <- c(
          difference = difference,
          lower = difference - sqrt((share[2] - now[1])^2 + (before[2] - share[1])^2),
          upper = difference + sqrt((now[2] - share[2])^2 + (share[1] - before[1])^2))
        """;

    /// <summary>Pooled two-proportion test over <c>good</c> and <c>valid</c>; behind the lines that leave these.</summary>
    public const string Test = """

        pooled <- sum(good) / sum(valid)
        p <- if (pooled %in% c(0, 1)) 1 else
          if (min(valid) * min(pooled, 1 - pooled) < 5) fisher.test(rbind(good, valid - good))$p.value else
          suppressWarnings(prop.test(good, valid, correct = FALSE)$p.value)
        result <- c(result, p = p)
        """;

    /// <summary>Benjamini and Hochberg over <c>tests.csv</c>, in which this figure's item is named.</summary>
    public static string Adjusted(int row) => $"""

        tests <- read.csv("tests.csv", fileEncoding = "UTF-8-BOM")
        result <- c(result, p_adjusted = p.adjust(replace(tests$p, {row}, p), method = "BH")[{row}])
        """;

    public const string AgainstOthers = """
        good  <- c(sum(counts$n[counts$who == "group" & counts$counts_as == "good"]), 0)
        valid <- c(sum(counts$n[counts$who == "group"]), 0)
        limits <- wilson(good[1], valid[1])
        result <- c(share = good[1] / valid[1], lower = limits[1], upper = limits[2])
        """;

    public const string Others = """

        good[2]  <- sum(counts$n[counts$who == "everybody" & counts$counts_as == "good"]) - good[1]
        valid[2] <- sum(counts$n[counts$who == "everybody"]) - valid[1]
        result <- c(result, difference = good[1] / valid[1] - good[2] / valid[2])
        """;

    public const string Pooled = """
        sum_of <- setNames(counts$n, counts$what)
        share <- sum_of[["good"]] / sum_of[["ratings"]]
        # Ratings of one person belong together: so many of as many people would be as precise. The sums over people
        # that it is computed from are in no file: they would tell how some of them answered.
        n_eff <- sum_of[["effective_ratings"]]
        limits <- wilson(share * n_eff, n_eff)
        result <- c(share = share, lower = limits[1], upper = limits[2])
        """;

    public const string Mean = """
        service <- unique(counts$item)
        share <- sapply(service, function(s) sum(counts$n[counts$item == s & counts$counts_as == "good"]) / sum(counts$n[counts$item == s]))
        # The error comes from who rated which services together, which is in no file of a page.
        limits <- mean(share) + c(-1, 1) * qnorm(0.975) * counts$error[1]
        result <- c(share = mean(share), lower = max(0, limits[1]), upper = min(1, limits[2]))
        """;

    public const string Benchmark = """
        shares <- counts$share[counts$what == "organisation"]
        quartiles <- quantile(shares, c(0.25, 0.5, 0.75), type = 7, names = FALSE)
        good <- counts$good[counts$what == "here"]
        n    <- counts$n[counts$what == "here"]
        difference <- good / n - quartiles[2]
        result <- c(lower_quartile = quartiles[1], median = quartiles[2], upper_quartile = quartiles[3], difference = difference)
        """;

    public const string AgainstBenchmark = """

        error <- sqrt(quartiles[2] * (1 - quartiles[2]) / n)
        p <- if (difference == 0) 1 else if (error == 0) 0 else 2 * pnorm(-abs(difference / error))
        result <- c(result, p = p)
        """;

    public const string ResponseRate = """
        n_of <- setNames(counts$n, counts$what)
        result <- c(rr2 = n_of[["answered"]] / (n_of[["listed"]] - n_of[["ineligible"]]))
        """;

    /// <summary>The whole file.</summary>
    /// <param name="title">What it computes.</param>
    /// <param name="remarks">Further lines of its head.</param>
    /// <param name="body">One of the scripts above.</param>
    public static string File(string title, IEnumerable<string> remarks, string body) => $$"""
        # {{OneLine(title)}}
        {{string.Join('\n', remarks.Select(r => $"# {OneLine(r)}"))}}
        # Run it in the folder of its files: Rscript recompute.R

        counts <- read.csv("counts.csv", fileEncoding = "UTF-8-BOM", stringsAsFactors = FALSE)

        wilson <- function(good, n) {
          z <- qnorm(0.975); p <- good / n
          centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
          half <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
          c(if (good == 0) 0 else centre - half, if (good == n) 1 else centre + half)
        }

        {{body}}

        published <- read.csv("published.csv", fileEncoding = "UTF-8-BOM")
        for (name in published$name)
          cat(sprintf("%-12s computed %.12g, published %.12g\n", name, result[[name]], published$value[published$name == name]))
        agrees <- all(abs(result[published$name] - published$value) < 1e-9)
        cat(if (agrees) "Everything agrees.\n" else "SOMETHING DIFFERS.\n")
        if (!agrees) quit(status = 1)

        """;

    // A name with a line break would end the comment.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
