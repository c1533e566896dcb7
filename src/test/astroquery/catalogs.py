#!/usr/bin/python3
"""Asks the archive's catalogues by astroquery, as its documentation does.

usage: catalogs.py

What was found is printed as one JSON object on the last line of standard output: the numbers of the
stars, as text. Any failure ends with a traceback and code 1.
"""

import json

from astropy.coordinates import SkyCoord
from astroquery.mast import Catalogs, Mast

PLACE = SkyCoord(210.8023, 54.349, unit="deg")


def column(table, name):
    """The cells of a column as text."""
    return [str(cell) for cell in table[name]]


def main():
    cone = Catalogs.query_region(PLACE, radius="0.05 deg", catalog="TIC")
    bright = Catalogs.query_criteria(
        catalog="Tic", coordinates=PLACE, radius=0.05, Tmag=[5, 12], objType="STAR"
    )
    cool = Catalogs.query_criteria(catalog="Tic", Teff=[3000, 3300], lumclass="DWARF")
    gaia = Catalogs.query_object("M101", radius=0.05, catalog="Gaia", version=2)
    panstarrs = Catalogs.query_criteria(
        coordinates=PLACE,
        radius=0.05,
        catalog="Panstarrs",
        table="mean",
        data_release="dr2",
        nDetections=[("gte", 20)],
        columns=["objName", "objID", "nDetections", "distance"],
    )
    upload = {
        "fields": [{"name": "ra", "type": "float"}, {"name": "dec", "type": "float"}],
        "data": [{"ra": float(row["ra"]), "dec": float(row["dec"])} for row in cone[:5]],
    }
    params = {"raColumn": "ra", "decColumn": "dec", "radius": 1e-5}
    match = Mast.service_request("Mast.Tic.Crossmatch", params, data=upload)
    print(
        json.dumps(
            {
                "cone": column(cone, "ID"),
                "nearest": float(cone["dstArcSec"][0]),
                "bright": column(bright, "ID"),
                "brightest": float(min(bright["Tmag"])),
                "cool": column(cool, "ID"),
                "gaia": column(gaia, "source_id"),
                "panstarrs": column(panstarrs, "objID"),
                "match": column(match, "MatchID"),
            }
        )
    )


main()
