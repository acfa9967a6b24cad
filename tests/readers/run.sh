#!/bin/sh
# run.sh READER FOLDER: runs one reader under Debian's own interpreter on the files in FOLDER; 77 where it is missing.
here=$(dirname "$0")
reader=$here/$1
export MPLBACKEND=Agg PYTHONDONTWRITEBYTECODE=1
lacks() { echo "this machine has no $1"; exit 77; }
case $1 in
  xarray_netcdf4.py) /usr/bin/python3 -c 'import xarray, netCDF4' 2>/dev/null || lacks "xarray with netCDF4" ;;
  xarray_h5netcdf.py) /usr/bin/python3 -c 'import xarray, h5netcdf' 2>/dev/null || lacks "xarray with h5netcdf" ;;
  with_h5py.py) /usr/bin/python3 -c 'import h5py' 2>/dev/null || lacks h5py ;;
  ncdump.py) command -v ncdump >/dev/null || lacks ncdump ;;
  rhdf5.R | example_R.sh) Rscript -e 'library(rhdf5)' >/dev/null 2>&1 || lacks rhdf5 ;;
  example_python.sh) /usr/bin/python3 -c 'import xarray, matplotlib' 2>/dev/null || lacks "xarray with matplotlib" ;;
  tables_pandas.py) /usr/bin/python3 -c 'import pandas, h5py' 2>/dev/null || lacks "pandas with h5py" ;;
  tables.R) command -v Rscript >/dev/null || lacks R ;;
  hdf5r.R) Rscript -e 'library(hdf5r)' >/dev/null 2>&1 || lacks hdf5r ;;
esac
case $1 in
  *.py) exec /usr/bin/python3 "$reader" "$2" ;;
  *.R) exec Rscript --vanilla "$reader" "$2" ;;
  *.sh) exec sh "$reader" "$2" ;;
esac
