#!/usr/bin/env Rscript
# Draws one series of the network with its range over the replications, and prints the summary of the scalars.
#
#     read_results.R RESULTS.h5 [SERIES [FIGURE.pdf]]
#
# SERIES is a dataset of /series/network; without it, the names of all are printed. Needs rhdf5 (Debian: r-bioc-rhdf5).
# docs/results-format.md has every dataset; R sees the axes of an array in reverse order.
# SPDX-License-Identifier: Apache-2.0
library(rhdf5)

print_scalars <- function(file) {
  read <- function(name) as.vector(h5read(file, paste0("/summary/", name), bit64conversion = "double"))
  levels <- read("quantile")
  values <- t(h5read(file, "/summary/value"))
  colnames(values) <- paste0("p", 100 * levels)
  print(data.frame(scalar = read("scalar"), unit = read("scalar_unit"), signif(values, 4), missing = read("missing")))
}

draw <- function(file, name, figure) {
  start <- as.Date(h5readAttributes(file, "/scenario")$start_date)
  dates <- start + as.vector(h5read(file, "/summary/network/time"))
  series <- h5read(file, paste0("/summary/network/", name))  # [network, week, statistic]
  # The attributes that tie axes to coordinates are of a kind that rhdf5 does not read, and warns of.
  about <- suppressWarnings(h5readAttributes(file, paste0("/summary/network/", name)))
  statistic <- as.vector(h5read(file, "/summary/network/statistic"))
  row <- function(which) series[1, , statistic == which]
  pdf(figure, width = 7, height = 4)
  plot(dates, row("p50"), type = "l", ylim = range(series, na.rm = TRUE), xlab = "",
       ylab = sprintf("%s (%s)", about$long_name, about$units))
  lines(dates, row("p10"), lty = 2)
  lines(dates, row("p90"), lty = 2)
  legend("topleft", c("median", "80 % of replications"), lty = 1:2, bty = "n")
  invisible(dev.off())
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) == 0) stop("usage: read_results.R RESULTS.h5 [SERIES [FIGURE.pdf]]")
print_scalars(arguments[1])
if (length(arguments) == 1) {
  print(h5ls(arguments[1])$name[h5ls(arguments[1])$group == "/series/network"])
} else {
  draw(arguments[1], arguments[2], if (length(arguments) > 2) arguments[3] else "figure.pdf")
}
