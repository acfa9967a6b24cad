# SPDX-License-Identifier: Apache-2.0
import sys

import with_xarray

with_xarray.check(sys.argv[1], "netcdf4")
