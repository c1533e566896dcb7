#!/usr/bin/python3
"""Prints the data URIs that astroquery finds for the tutorial's question, as one JSON object.

The archive's address comes from astroquery's own configuration, as for tutorial.py.
"""

import json

from astropy.table import unique
from astroquery.mast import Observations

from tutorial import QUESTION


def main():
    """The tutorial's steps, up to the files wanted."""
    observations = Observations.query_criteria(**QUESTION)
    different = unique(Observations.get_product_list(observations), keys="dataURI")
    raw = Observations.filter_products(different, productSubGroupDescription="UNCAL")
    print(json.dumps({
        "unique": [str(uri) for uri in different["dataURI"]],
        "uncal": [str(uri) for uri in raw["dataURI"]],
    }))


if __name__ == "__main__":
    main()
