# R guesses the right type of every column of `golive export`.
# SPDX-License-Identifier: Apache-2.0
folder <- commandArgs(trailingOnly = TRUE)[1]
table <- function(name) read.csv(file.path(folder, "tables", paste0(name, ".csv")), na.strings = "")

figures <- table("figures")
stopifnot(is.integer(figures$replication), is.numeric(figures$value), is.character(figures$figure))
live <- subset(figures, !is.na(date))
stopifnot(nrow(live) > 0, as.numeric(as.Date(live$date) - as.Date("2027-01-04")) == floor(live$value))

summary <- table("summary")
stopifnot(is.numeric(summary$value), is.numeric(summary$low), any(is.infinite(summary$high)))

steps <- table("steps")
stopifnot(is.numeric(steps$finish), is.numeric(steps$days_team_queue), is.character(steps$step))
elapsed <- rowSums(steps[startsWith(names(steps), "days_")])
stopifnot(all(abs(elapsed - (steps$finish - steps$ready)) < 1e-6, na.rm = TRUE))

series <- table("series")
stopifnot(is.integer(series$week), is.numeric(series$value))

replications <- table("replications")
stopifnot(is.integer(replications$events), is.character(replications$fingerprint))

trace <- table("trace")
stopifnot(is.numeric(trace$value), is.integer(trace$second), is.character(trace$detail))
stopifnot(!is.na(as.POSIXct(trace$time, format = "%Y-%m-%dT%H:%M:%S", tz = "UTC")))
