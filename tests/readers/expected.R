# What write_sample says a results file holds, and whether a reader found it.
# SPDX-License-Identifier: Apache-2.0
check_all <- function(folder, read) {
  for (kind in c("numbers", "texts")) {
    table <- read.csv(file.path(folder, paste0(kind, ".csv")), stringsAsFactors = FALSE, encoding = "UTF-8")
    stopifnot(length(unique(table$path)) > 5)
    for (path in unique(table$path)) {
      wanted <- table$value[table$path == path]
      found <- as.vector(read(path))  # R turns the axes round, so that the flat order is that of C
      stopifnot(length(found) == length(wanted))
      if (kind == "texts") {
        Encoding(found) <- "UTF-8"
        same <- found == wanted
      } else {
        found <- as.numeric(found)
        tolerance <- if (startsWith(path, "/series/")) 2^-13 * abs(wanted) else 1e-15 * abs(wanted)
        same <- (is.na(found) & is.na(wanted)) | (!is.na(found) & !is.na(wanted) & abs(found - wanted) <= tolerance)
      }
      if (!all(same)) stop(path, ": ", found[!same][1], " is not ", wanted[!same][1])
    }
  }
}
folder <- commandArgs(trailingOnly = TRUE)[1]
