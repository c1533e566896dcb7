#!/usr/bin/python3
"""Works through the archive's tutorial with astroquery, against an archive on loopback.

usage: tutorial.py FOLDER TOKEN

The archive's address comes from astroquery's own configuration ([mast] server in
$XDG_CONFIG_HOME/astropy/astroquery.cfg). Downloads go to FOLDER. What was found is printed as one
JSON object on the last line of standard output; any failure ends with a traceback and code 1.
"""

import json
import os
import subprocess
import sys
import warnings

from astropy.io import fits
from astropy.table import Table, unique, vstack
from astropy.utils.exceptions import AstropyWarning
from astroquery.mast import Mast, Observations, conf

QUESTION = {
    "obs_collection": "JWST",
    "proposal_id": "1073",
    "instrument_name": "NIRCAM*",
    "filters": "F277W",
}


def check_file(path):
    """Opens the file with the reader that an astronomer would use; a warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", AstropyWarning)
        if path.endswith((".fits", ".fits.gz")):
            with fits.open(path, checksum=True) as units:
                units.verify("exception")
                return sum(1 for unit in units if unit.data is not None)
        if path.endswith(".ecsv"):
            return len(Table.read(path, format="ascii.ecsv"))
        if path.endswith(".json"):
            with open(path, encoding="utf-8") as stream:
                return len(json.load(stream)["products"][0]["members"])
        with open(path, "rb") as stream:
            return len(stream.read())


def check_downloads(manifest):
    """All files of a manifest arrived and can be read."""
    kinds = set()
    for row in manifest:
        path = str(row["Local Path"])
        if row["Status"] != "COMPLETE" or check_file(path) < 0:
            raise RuntimeError(f"{path}: {row['Status']} {row['Message']}")
        kinds.add(path.rsplit(".", 1)[1])
    return len(manifest), sorted(kinds)


def one_of_each_suffix(products):
    """The first file of each sub-group and extension."""
    chosen, seen = [], set()
    for row in products:
        name = str(row["productFilename"])
        key = (str(row["productSubGroupDescription"]), name.rsplit(".", 1)[1], "_thumb" in name)
        if key not in seen:
            seen.add(key)
            chosen.append(Table(row))
    return vstack(chosen)


def run_script(folder, products):
    """Fetches the archive's own script, runs it, and gives back the files that it brought."""
    folder = os.path.join(folder, "script")
    os.makedirs(folder)
    manifest = Observations.download_products(products, download_dir=folder, curl_flag=True)
    script = str(manifest["Local Path"][0])
    subprocess.run(
        ["bash", os.path.basename(script)],
        cwd=folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    brought = [os.path.join(path, name) for path, _, names in os.walk(folder) for name in names
               if name.endswith(".fits")]
    for path in brought:
        check_file(path)
    return len(brought)


def logs_in(token):
    """Whether the archive takes the token."""
    Observations.login(token)
    return not Observations.session_info(verbose=False)["anon"]


def main(folder, token):
    """The steps of the tutorial, then the other calls that the archive promises to answer."""
    found = {"server": conf.server}
    observations = Observations.query_criteria(**QUESTION)
    found["observations"] = len(observations)
    found["counted"] = int(Observations.query_criteria_count(**QUESTION))
    products = Observations.get_product_list(observations)
    found["products"] = len(products)
    different = unique(products, keys="dataURI")
    found["unique"] = len(different)
    raw = Observations.filter_products(different, productSubGroupDescription="UNCAL")
    found["uncal"] = len(raw)
    found["uncal_fits"] = len(
        Observations.filter_products(
            different, productSubGroupDescription="UNCAL", extension="fits"))
    found["recommended"] = len(Observations.filter_products(different, mrp_only=True))

    exposures = Observations.filter_products(raw, extension="fits")
    found["downloaded"], found["download_kinds"] = check_downloads(
        Observations.download_products(exposures[:4], download_dir=folder))
    found["every_kind"], found["kinds"] = check_downloads(
        Observations.download_products(one_of_each_suffix(different), download_dir=folder))
    found["by_script"] = run_script(folder, exposures[:3])

    found["missions"] = sorted(Observations.list_missions())
    found["near_name"] = len(Observations.query_object("M 101", radius="0.2 deg"))
    found["near_name_counted"] = int(Observations.query_object_count("M 101", radius="0.2 deg"))
    found["near_place"] = len(
        Observations.query_region("161.5125 -59.8667", radius="0.1 deg"))
    found["near_with_criteria"] = len(
        Observations.query_criteria(objectname="M 101", obs_collection="GALEX", filters="NUV"))
    found["date_range"] = len(
        Observations.query_criteria(obs_collection="JWST", t_min=[59701, 59765]))
    found["columns"] = len(Observations.get_metadata("observations"))
    found["product_columns"] = len(Observations.get_metadata("products"))
    found["lookup"] = len(
        Mast.service_request_async(
            "Mast.Name.Lookup", {"input": "LMC", "format": "json"}
        )[0].json()["resolvedCoordinate"])

    exclusive = Observations.query_criteria(
        obs_collection="JWST", dataRights="EXCLUSIVE_ACCESS", calib_level="2")
    found["exclusive"] = len(exclusive)
    files = Observations.filter_products(
        Observations.get_product_list(exclusive[:1]), mrp_only=True)
    refused = Observations.download_products(files, download_dir=folder)
    found["refused"] = [str(status) for status in refused["Status"]]
    found["refused_why"] = str(refused["Message"][0])
    found["wrong_token"] = logs_in("not-the-token")
    found["login"] = logs_in(token)
    found["opened"], _ = check_downloads(
        Observations.download_products(files, download_dir=folder))
    Observations.logout()
    found["logout"] = Observations.session_info(verbose=False)["anon"]
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
