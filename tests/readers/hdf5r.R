# SPDX-License-Identifier: Apache-2.0
library(hdf5r)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "expected.R"))
file <- H5File$new(file.path(folder, "sample.h5"), mode = "r")
check_all(folder, function(path) file[[path]]$read())
stopifnot(h5attr(file[["/run"]], "seed") == "0xfedcba9876543210")
file$close_all()
