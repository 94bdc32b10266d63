# Computes the tables of the command "report" a second time from the answers alone, with R and its package survey, and holds them against the files.
#   Rscript report.R FOLDER GROUPS [frame]
# FOLDER has answers.csv (year, customer groups, perhaps weight, the ratings), report/ and, with "frame", frame.csv. GROUPS: names of columns, with commas.
# Nothing of the product is used; formulas are those of the methodology (M1 to M17), in R's own functions wherever R has one.
suppressMessages(library(survey))
arguments <- commandArgs(TRUE)
folder <- arguments[1]; groups <- strsplit(arguments[2], ",")[[1]]; framed <- length(arguments) > 2
read <- function(file, ...) read.csv(file.path(folder, file), fileEncoding = "UTF-8-BOM", check.names = FALSE, stringsAsFactors = FALSE, ...)
table_of <- function(name) read(file.path("report", paste0(name, ".csv")), na.strings = "")
answers <- read("answers.csv", colClasses = "character", na.strings = NULL)
year <- as.integer(answers$year); years <- sort(unique(year))
aspects <- grep("[.]", names(answers), value = TRUE)
items <- setdiff(names(answers), c("year", "person_id", "weight", groups, aspects)); services <- setdiff(items, "overall")
number <- function(x) suppressWarnings(as.numeric(x))
codes <- as.data.frame(lapply(answers[c(items, aspects)], number), check.names = FALSE)
good <- as.data.frame(lapply(codes, function(x) ifelse(is.na(x), NA, as.integer(x >= 4))), check.names = FALSE)
asked <- function(item, y) any(answers[year == y, item] != "")

compared <- 0; differing <- 0
check <- function(what, ours, theirs, within = 1e-9) {
  if (length(ours) != length(theirs)) stop(what, ": ", length(ours), " figures against ", length(theirs))
  same <- if (is.character(theirs)) ifelse(is.na(ours), "", ours) == theirs
          else { ours <- number(ours); (is.na(ours) & is.na(theirs)) | (!is.na(ours) & !is.na(theirs) & abs(ours - theirs) <= within * pmax(1, abs(theirs))) }
  compared <<- compared + length(same); differing <<- differing + sum(!same)
  for (i in head(which(!same), 3)) cat(what, ": the report says", ours[i], "and R", theirs[i], "\n")
}
wilson <- function(p, n) { z <- qnorm(.975); m <- (p + z^2 / (2 * n)) / (1 + z^2 / n); h <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); c(m - h, m + h) }
wilson_of <- function(k, n) prop.test(k, n, correct = FALSE)$conf.int[1:2]
newcombe <- function(p1, n1, p2, n2) { a <- wilson(p1, n1); b <- wilson(p2, n2); d <- p2 - p1; c(d - sqrt((p2 - b[1])^2 + (a[2] - p1)^2), d + sqrt((b[2] - p2)^2 + (p1 - a[1])^2)) }
kish <- function(w) sum(w)^2 / sum(w^2)
z_test <- function(p1, n1, p2, n2) { p <- (p1 * n1 + p2 * n2) / (n1 + n2); (p2 - p1) / sqrt(p * (1 - p) * (1 / n1 + 1 / n2)) }
two_by_two <- function(k1, n1, k2, n2) {
  cells <- matrix(c(k1, n1 - k1, k2, n2 - k2), 2); least <- min(suppressWarnings(chisq.test(cells, correct = FALSE))$expected)
  list(pearson = suppressWarnings(chisq.test(cells, correct = FALSE))$p.value, fisher = fisher.test(cells)$p.value, least = least)
}
used <- function(test) if (test$least < 5) test$fisher else test$pearson

# Weights: those of the file, or raked to the headcounts of the frame (categories here are large enough to stand alone).
weight <- if ("weight" %in% names(answers)) number(answers$weight) else rep(1, nrow(answers))
if (framed) {
  frame <- read("frame.csv", colClasses = "character", na.strings = NULL)
  for (y in years) {
    eligible <- frame[frame$year == y & frame$disposition != "ineligible", ]
    design <- svydesign(ids = ~1, weights = rep(nrow(eligible) / sum(year == y), sum(year == y)), data = answers[year == y, groups])
    margins <- lapply(groups, function(g) setNames(as.data.frame(table(eligible[[g]]), stringsAsFactors = FALSE), c(g, "Freq")))
    weight[year == y] <- weights(rake(design, lapply(groups, function(g) as.formula(paste("~", g))), margins, control = list(maxit = 2000, epsilon = 1e-12)))
    rates <- table_of("response_rates"); rates <- rates[rates$year == y & is.na(rates$attribute), ]
    n <- table(factor(frame$disposition[frame$year == y], c("complete", "partial", "refused", "no_contact", "undeliverable", "ineligible")))
    all <- sum(n[1:5]); known <- sum(n[1:4])
    check("response_rates", unlist(rates[c("listed", "ineligible", "RR1", "RR2", "RR5", "RR6")]), c(sum(n), n[[6]], n[[1]] / all, sum(n[1:2]) / all, n[[1]] / known, sum(n[1:2]) / known))
  }
}
weighting <- table_of("weighting")
for (i in seq_len(nrow(weighting))) { w <- weight[year == weighting$year[i]]; check("weighting", unlist(weighting[i, c("people", "n_eff", "deff", "least_over_mean", "most_over_mean")]), c(length(w), kish(w), length(w) / kish(w), min(w) / mean(w), max(w) / mean(w)), 1e-6) }

# A share of each item, raw and weighted.
rows <- table_of("service_year"); rows <- rows[rows$display == "shown", ]
for (i in seq_len(nrow(rows))) {
  r <- rows[i, ]; s <- year == r$year; g <- good[s, r$item]; v <- !is.na(g); n <- sum(v); x <- codes[s, r$item][v]; w <- weight[s]; share <- sum(w[v] * g[v]) / sum(w[v])
  check("service_year counts", unlist(r[c("respondents", "n_valid", "n_not_applicable", "n_missing", "k_good")]), c(sum(s), n, sum(answers[s, r$item] == "X"), sum(answers[s, r$item] == ""), sum(g[v])), 0)
  check("service_year", unlist(r[c("share_good", "wilson_lower", "wilson_upper", "share_top_code", "share_bad", "mean_code", "sd_code")]), c(mean(g[v]), wilson_of(sum(g[v]), n), mean(x == 5), mean(x <= 2), mean(x), sd(x)))
  error <- SE(svymean(~g, subset(svydesign(ids = ~1, weights = ~w, data = data.frame(g, w)), !is.na(g))))
  check("service_year weighted", unlist(r[c("weighted_share_good", "deff_kish", "weighted_wilson_lower", "weighted_wilson_upper", "weighted_se_linearized")]), c(share, n / kish(w[v]), wilson(share, kish(w[v])), as.numeric(error)), 1e-6)
}
stopifnot(nrow(rows) == sum(sapply(items, function(item) sum(sapply(years, function(y) asked(item, y))))))

# Several services together count every person once: the error is that of clusters.
long <- function(y, of) { d <- do.call(rbind, lapply(of, function(item) data.frame(id = which(year == y), item, g = good[year == y, item], w = weight[year == y]))); d[!is.na(d$g), ] }
together <- function(y, of) {
  d <- long(y, of); m <- svymean(~g, svydesign(ids = ~id, weights = ~1, data = d)); p <- as.numeric(coef(m)); se <- as.numeric(SE(m))
  list(p = p, n = nrow(d), k = sum(d$g), people = length(unique(d$id)), se = se, n_eff = if (length(of) > 1) p * (1 - p) / se^2 else nrow(d))
}

# Change of each item: between years one after the other, and from the first to the last.
changes <- table_of("change"); changes <- changes[changes$verdict != "not comparable" & !is.na(changes$diff), ]; changes$p <- NA; changes$pw <- NA
for (i in seq_len(nrow(changes))) {
  r <- changes[i, ]; from <- strsplit(r$items_from, "+", fixed = TRUE)[[1]]; a <- together(r$year_from, from); b <- together(r$year_to, r$item)
  check("change", unlist(r[c("n_from", "n_to", "share_from", "share_to", "diff", "newcombe_lower", "newcombe_upper", "z_pooled", "cohen_h")]),
    c(a$n, b$n, a$p, b$p, b$p - a$p, newcombe(a$p, a$n_eff, b$p, b$n_eff), z_test(a$p, a$n_eff, b$p, b$n_eff), 2 * asin(sqrt(b$p)) - 2 * asin(sqrt(a$p))), 1e-8)
  changes$p[i] <- 2 * pnorm(-abs(z_test(a$p, a$n_eff, b$p, b$n_eff)))
  if (length(from) > 1) next
  test <- two_by_two(a$k, a$n, b$k, b$n); changes$p[i] <- used(test)
  check("change tests", unlist(r[c("p_pearson", "p_fisher", "min_expected")]), unlist(test[c("pearson", "fisher", "least")]))
  of <- function(y, item) { v <- year == y & !is.na(good[, item]); list(p = sum(weight[v] * good[v, item]) / sum(weight[v]), n = kish(weight[v])) }
  a <- of(r$year_from, from); b <- of(r$year_to, r$item); z <- z_test(a$p, a$n, b$p, b$n); changes$pw[i] <- 2 * pnorm(-abs(z))
  check("change weighted", unlist(r[c("weighted_diff", "weighted_newcombe_lower", "weighted_newcombe_upper", "weighted_z_neff")]), c(b$p - a$p, newcombe(a$p, a$n, b$p, b$n), z), 1e-6)
}
word <- function(q, d) ifelse(is.na(q), "", ifelse(q > .05, "no confirmed change", ifelse(d > 0, "up", "down")))
for (pair in split(changes, paste(changes$year_from, changes$year_to))) {
  s <- pair$item != "overall"; q <- replace(pair$p, s, p.adjust(pair$p[s], "BH")); w <- replace(pair$pw, s, p.adjust(pair$pw[s], "BH"))
  check("change p", pair$p_used, pair$p, 1e-8); check("change q", pair$bh_p_used[s], q[s], 1e-8); check("change verdict", pair$verdict, word(q, pair$diff))
  check("change weighted q", pair$bh_weighted_p_neff[s], w[s], 1e-6); check("change weighted verdict", pair$weighted_verdict, word(w, pair$weighted_diff))
}
lines <- table_of("lineage"); lines <- lines[lines$display == "shown", ]
for (i in seq_len(nrow(lines))) { a <- together(lines$year[i], strsplit(lines$items[i], "+", fixed = TRUE)[[1]]); check("lineage", unlist(lines[i, c("n_valid", "k_good", "share_good", "lower", "upper")]), c(a$n, a$k, a$p, wilson(a$p, a$n_eff)), 1e-8) }

# Headlines, and services held against each other.
headlines <- table_of("headline"); lowest <- table_of("lowest_rated"); pairs <- table_of("pairwise_services"); importance <- table_of("importance")
for (y in years) {
  of <- Filter(function(item) asked(item, y), services); K <- length(of); h <- headlines[headlines$year == y, ]; a <- together(y, of); d <- long(y, of)
  check("headline pooled", unlist(h[c("raters", "n_ratings", "pooled_share_good", "pooled_se_clustered", "pooled_wilson_neff_lower", "pooled_wilson_neff_upper")]), c(a$people, a$n, a$p, a$se, wilson(a$p, a$n_eff)), 1e-8)
  by <- svyby(~g, ~item, svydesign(ids = ~id, weights = ~1, data = d), svymean, covmat = TRUE); p <- coef(by)[of]; V <- vcov(by)[of, of]
  check("headline mean", unlist(h[c("services_in_mean", "mean_of_services", "mean_of_services_se")]), c(K, mean(p), sqrt(sum(V)) / K), 1e-8)
  m <- svymean(~g, svydesign(ids = ~id, weights = ~w, data = d)); check("headline weighted", unlist(h[c("weighted_pooled_share_good", "weighted_pooled_se_clustered")]), c(coef(m), SE(m)), 1e-6)
  g <- good[year == y, "overall"]; g <- g[!is.na(g)]; check("headline", unlist(h[c("headline_share", "headline_lower", "headline_upper", "headline_n")]), c(mean(g), wilson_of(sum(g), length(g)), length(g)))
  contrast <- diag(K) * K / (K - 1) - 1 / (K - 1); gap <- as.numeric(contrast %*% p); se <- sqrt(diag(contrast %*% V %*% t(contrast))); q <- p.adjust(2 * pnorm(-abs(gap / se)), "BH")
  two <- subset(expand.grid(a = seq_len(K), b = seq_len(K)), a != b); diff <- p[two$a] - p[two$b]; wide <- sqrt(diag(V)[two$a] + diag(V)[two$b] - 2 * V[cbind(two$a, two$b)])
  holm <- p.adjust(pnorm(diff / wide), "holm"); low <- 1 + sapply(seq_len(K), function(j) sum(holm[two$b == j] <= .05)); high <- K - sapply(seq_len(K), function(j) sum(holm[two$a == j] <= .05))
  below <- gap < 0 & q <= .05; rank <- rank(p, ties.method = "min")
  flag <- ifelse(below & gap <= -.05, ifelse(low == 1, "lowest rated", "below the rest"), ifelse(below, "slightly below the rest", ifelse(rank <= 3, "low but not certain", "")))
  l <- lowest[lowest$year == y, ]; l <- l[match(of, l$service), ]; check("lowest_rated", unlist(l[c("se_clustered", "gap_to_mean_of_others", "gap_se", "gap_bh")]), c(sqrt(diag(V)), gap, se, q), 1e-8)
  check("ranks", unlist(l[c("rank_from_lowest", "rank_lower", "rank_upper")]), c(rank, low, high), 0); check("flags", l$flag, flag)
  o <- pairs[pairs$year == y, ]; o <- o[match(paste(of[two$a], of[two$b]), paste(o$service, o$other)), ]; check("pairwise_services", unlist(o[c("diff", "se_diff", "holm_adjusted_p")]), c(diff, wide, holm), 1e-8)
  for (service in of) {
    x <- codes[year == y, service]; z <- codes[year == y, "overall"]; both <- !is.na(x) & !is.na(z); rho <- cor(x[both], z[both], method = "spearman"); r <- importance[importance$year == y & importance$service == service, ]
    check("importance", unlist(r[c("n_pairs", "pearson_with_overall", "spearman_with_overall", "importance_lower", "importance_upper", "priority")]),
      c(sum(both), cor(x[both], z[both]), rho, tanh(atanh(rho) + c(-1, 1) * qnorm(.975) * 1.03 / sqrt(sum(both) - 3)), rho * (1 - p[[service]])), 1e-8)
  }
}
spread <- table_of("distribution")
for (i in seq_len(nrow(spread))) { x <- codes[year == spread$year[i], spread$item[i]]; n <- sum(x == spread$code[i], na.rm = TRUE); check("distribution", unlist(spread[i, c("n", "share")]), c(n, n / sum(!is.na(x)))) }

# Each customer group against everybody else.
cells <- table_of("segments"); cells$p <- NA
for (i in which(cells$display %in% c("shown", "small base"))) {
  r <- cells[i, ]; s <- year == r$year; g <- good[s, r$item]; mine <- answers[s, r$attribute] == r$segment & !is.na(g); rest <- !mine & !is.na(g); n <- sum(mine); k <- sum(g[mine])
  check("segments", unlist(r[c("n_valid", "k_good", "share_good", "wilson_lower", "wilson_upper")]), c(n, k, k / n, wilson_of(k, n)))
  if (n < 10) stop("a group of ", n, " is shown")
  if (n >= 30 && sum(rest) >= 30) { cells$p[i] <- used(two_by_two(k, n, sum(g[rest]), sum(rest))); check("segments difference", r$diff_to_rest, k / n - mean(g[rest])) }
}
check("segments p", cells$p_versus_rest, cells$p)
for (family in split(cells, paste(cells$year, cells$attribute, cells$item == "overall"))) check("segments q", family$bh_versus_rest, p.adjust(family$p, "BH"))

# What goes with a service's rating: R squared split over every order of the questions (Shapley, LMG).
drivers <- table_of("drivers"); drivers <- drivers[drivers$display == "shown", ]
for (part in split(drivers, paste(drivers$year, drivers$service))) {
  x <- codes[year == part$year[1], c(part$service[1], paste0(part$service[1], ".", part$question))]; x <- x[complete.cases(x), ]; k <- ncol(x) - 1
  squared <- function(set) if (length(set) == 0) 0 else summary(lm(x[[1]] ~ as.matrix(x[set + 1])))$r.squared
  sets <- lapply(0:(2^k - 1), function(s) which(bitwAnd(s, 2^(0:(k - 1))) > 0)); R2 <- sapply(sets, squared)
  share <- sapply(seq_len(k), function(j) sum(sapply(which(!sapply(sets, function(s) j %in% s)), function(s) { m <- length(sets[[s]]); factorial(m) * factorial(k - m - 1) / factorial(k) * (R2[s + 2^(j - 1)] - R2[s]) })))
  check("drivers", unlist(part[c("n_complete", "r_squared", "lmg", "lmg_share")]), c(rep(nrow(x), k), rep(R2[2^k], k), share, share / R2[2^k]), 1e-8)
}
cat(compared, "figures compared,", differing, "differ\n")
