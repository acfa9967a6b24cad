# SPDX-License-Identifier: Apache-2.0
library(rhdf5)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "expected.R"))
file <- file.path(folder, "sample.h5")
check_all(folder, function(path) h5read(file, path, bit64conversion = "double"))
stopifnot(h5readAttributes(file, "/run")$seed == "0xfedcba9876543210")
stopifnot(nrow(h5ls(file.path(folder, "empty.h5"))) > 50)
