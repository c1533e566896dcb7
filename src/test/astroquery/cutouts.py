#!/usr/bin/python3
"""Has the archive cut pieces out of images, by astroquery, and reads them by astropy.

usage: cutouts.py FOLDER FILE

The same questions that the shell is asked: cutouts of TESS around 210.8 54.3, of deep fields around
189.49206 62.20615. FOLDER gets what astroquery downloads; FILE is a target-pixel file that the shell
has fetched. What was found is printed as one JSON object on the last line of standard output; any
failure ends with a traceback and code 1.
"""

import json
import sys
import warnings

import numpy as np
from astropy.io import fits
from astropy.wcs import WCS
from astroquery.mast import Tesscut, Zcut


def pixels(hdus):
    """What a target-pixel file holds."""
    table = hdus[1]
    return {
        "units": [unit.name for unit in hdus],
        "columns": table.columns.names,
        "shape": list(table.data["FLUX"].shape),
        "finite": bool(np.isfinite(table.data["FLUX"]).all()),
        "sector": hdus[0].header["SECTOR"],
        "aperture": list(hdus[2].data.shape),
        "centre": [round(float(one), 6) for one in WCS(hdus[2].header).wcs.crval],
    }


def main():
    folder, own = sys.argv[1:]
    found = {}
    sectors = Tesscut.get_sectors(coordinates="210.8 54.3")
    found["sectors"] = [int(one) for one in sectors["sector"]]
    found["names"] = [str(one) for one in sectors["sectorName"]]
    cutouts = Tesscut.get_cutouts(coordinates="210.8 54.3", size=[12, 8], sector=14)
    found["cutouts"] = [pixels(one) for one in cutouts]
    table = Tesscut.download_cutouts(coordinates="210.8 54.3", size=10, path=folder)
    found["downloaded"] = [str(one) for one in table["Local Path"]]
    moving = Tesscut.get_sectors(objectname="Eleonora", moving_target=True)
    found["moving"] = [int(one) for one in moving["sector"]]
    asteroid = Tesscut.get_cutouts(objectname="Eleonora", moving_target=True, size=5)
    found["asteroid"] = len(asteroid)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        found["nowhere"] = len(Tesscut.get_cutouts(coordinates="1 2", size=5))
        found["why"] = [str(one.message) for one in said if "No data" in str(one.message)]
    found["surveys"] = [str(one) for one in Zcut.get_surveys("189.49206 62.20615")]
    deep = Zcut.get_cutouts("189.49206 62.20615", size=20, survey="goods_north")
    found["deep"] = [list(one[1].data.shape) for one in deep]
    pictures = Zcut.download_cutouts(
        "189.49206 62.20615", size=20, cutout_format="png", path=folder
    )
    found["pictures"] = [str(one) for one in pictures["Local Path"]]
    with fits.open(own, checksum=True) as hdus:
        hdus.verify("exception")
        found["own"] = pixels(hdus)
    print(json.dumps(found))


main()
