#!/usr/bin/python3
"""Matches a list of positions with the archive's observations, by astroquery.

usage: crossmatch.py FILE RADIUS

FILE has the columns name, ra and dec in degrees, RADIUS is in degrees. astroquery has no call of its
own for this, but hands any request on to the query service. The numbers of the observations found
are printed as one JSON object on the last line of standard output, all of them and those near each
target; any failure ends with a traceback and code 1.
"""

import json
import sys

from astropy.table import Table
from astroquery.mast import Mast


def match(rows, radius):
    """The observations near rows of the table."""
    upload = {
        "fields": [{"name": "ra", "type": "float"}, {"name": "dec", "type": "float"}],
        "data": [{"ra": float(row["ra"]), "dec": float(row["dec"])} for row in rows],
    }
    params = {"raColumn": "ra", "decColumn": "dec", "radius": radius}
    found = Mast.service_request("Mast.Caom.Crossmatch", params, data=upload)
    return sorted({str(obsid) for obsid in found["obsid"]}) if len(found) else []


def main():
    targets = Table.read(sys.argv[1], format="ascii.csv", comment="#")
    radius = float(sys.argv[2])
    found = {"all": match(targets, radius)}
    for row in targets:
        found[str(row["name"])] = match([row], radius)
    print(json.dumps(found))


main()
