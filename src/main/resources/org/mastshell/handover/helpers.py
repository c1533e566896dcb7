def texts(table, name):
    """The cells of a column as text, None where there is none."""
    own = own_name(table, name)
    if own is None:
        return [None] * len(table)
    return [text(cell) for cell in table[own].tolist()]


def own_name(table, name):
    """What a column is called in a table, whatever the case; None where it is not there."""
    if name in table.colnames:
        return name
    return next((own for own in table.colnames if own.lower() == name.lower()), None)


def text(cell):
    """A cell as text: 3.0 as 3, None for what is masked, empty or no number."""
    if cell is None or cell == "" or cell != cell:
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def numbers(cells):
    """Texts as numbers, NaN where there is none."""
    plain = re.compile(r"\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*")
    return [
        float(cell) if cell is not None and plain.fullmatch(cell) else math.nan
        for cell in cells
    ]


def fits(cells, test):
    """A mask of the cells that are there and fit."""
    return np.array([cell is not None and bool(test(cell)) for cell in cells], dtype=bool)


def missing(cells):
    """A mask of the cells without a value."""
    return np.array([cell is None for cell in cells], dtype=bool)


def every(table):
    """A mask of all rows."""
    return np.ones(len(table), dtype=bool)


def none(table):
    """A mask of no row."""
    return np.zeros(len(table), dtype=bool)


def fold(cell):
    """A text that is the same whatever the case."""
    return "".join(c.upper().lower() if len(c.upper()) == 1 else c.lower() for c in cell)


def pieces(cell):
    """The parts of a list like F444W;F405N."""
    return [piece.strip() for piece in cell.split(";")]


def stack(tables):
    """Tables, one below the other."""
    full = [table for table in tables if len(table)]
    return vstack(full, metadata_conflicts="silent") if full else Table()


def one_of_each(table, cells, better=None):
    """One row for each value, in order of their first appearance; those without one all stay."""
    kept, places = [], {}
    for row, cell in enumerate(cells):
        if cell is None:
            kept.append(row)
        elif cell not in places:
            places[cell] = len(kept)
            kept.append(row)
        elif better is not None and better(kept[places[cell]], row):
            kept[places[cell]] = row
    return take(table, kept)


def take(table, rows):
    """Rows by their numbers, in that order."""
    return table[np.array(rows, dtype=int)]


def nearest_of_each(table, cells):
    """One row for each value, that of the nearest target."""
    name = "distance" if own_name(table, "distance") else "ang_sep"
    distance = numbers(texts(table, name))
    return one_of_each(table, cells, lambda kept, later: distance[later] < distance[kept])


def own_of_each(table, cells):
    """One row for each value: listed under its own observation, else under the lowest number."""
    own, parent = texts(table, "obsID"), texts(table, "parent_obsid")
    number = numbers(parent)

    def better(kept, later):
        kept_is_own = own[kept] is not None and own[kept] == parent[kept]
        later_is_own = own[later] is not None and own[later] == parent[later]
        if kept_is_own or later_is_own:
            return not kept_is_own
        return number[later] < number[kept]

    return one_of_each(table, cells, better)


def union(first, following, cells_of):
    """All rows of the first, then those of the next that are not there yet."""
    return stack([first, minus(following, first, cells_of)])


def intersect(first, following, cells_of):
    """Those rows of the first that are in the next as well."""
    there = set(cells_of(following))
    return first[fits(cells_of(first), lambda cell: cell in there)]


def minus(first, following, cells_of):
    """Those rows of the first that are not in the next."""
    there = set(cells_of(following))
    return first[~fits(cells_of(first), lambda cell: cell in there)]


def pick(table, names, wanted):
    """The rows with these values in these columns, in this order."""
    keys = zip(*[texts(table, name) for name in names])
    places = {key: row for row, key in enumerate(keys)}
    return take(table, [places[key] for key in wanted if key in places])


def ordered(table, columns, descending):
    """The rows by the first column, then by the next; those without a value come last."""
    rows = list(range(len(table)))
    for cells, turned in reversed(list(zip(columns, descending))):
        there = [row for row in rows if cells[row] is not None]
        there.sort(key=cells.__getitem__, reverse=turned)
        rows = there + [row for row in rows if cells[row] is None]
    return take(table, rows)


def ranks(table, name):
    """The cells of a column as they are ordered: numbers by value, texts as people order them."""
    own = own_name(table, name)
    if own is not None and table[own].dtype.kind in "biuf":
        return [None if text(cell) is None else cell for cell in table[own].tolist()]
    return [natural(cell) for cell in texts(table, name)]


def natural(cell):
    """A key that orders texts whatever the case, and runs of digits by their value."""
    if cell is None:
        return None
    key = ""
    for run in re.findall("[0-9]+|[^0-9]+", cell):
        digits = run.lstrip("0")
        key += "0" + chr(len(digits)) + digits if run[0] in "0123456789" else fold(run)
    return key, cell


def near(name, ra, dec, radius, row=None):
    """The observations near a target, the nearest first."""
    found = Observations.query_region(SkyCoord(ra, dec, unit="deg"), radius=radius * u.deg)
    return of_target(found, name, row)


def of_target(found, name, row=None):
    """What was found near a target with its name, and the number of its row; nearest first."""
    if len(found):
        found["match_name"] = name
        if row is not None:
            found["match_row"] = row
        found = ordered(found, [ranks(found, "distance")], [False])
    return found


def around(service, parameters, columns, name, ra, dec, radius, row=None):
    """What a catalogue has around a target, the nearest first. The radius is in degrees."""
    found = service_rows(service, dict(parameters, ra=ra, dec=dec, radius=radius))
    return of_target(with_distance(found, columns, ra, dec), name, row)


def products_of(observations, batch=50):
    """The products of observations, in the order of the observations."""
    obsids = list(dict.fromkeys(cell for cell in texts(observations, "obsid") if cell is not None))
    products = stack([
        Observations.get_product_list(np.array(obsids[start:start + batch]))
        for start in range(0, len(obsids), batch)
    ])
    place = {obsid: row for row, obsid in enumerate(obsids)}
    parents = zip(texts(products, "parent_obsid"), texts(products, "obsID"))
    owners = [place.get(parent, place.get(own, len(obsids))) for parent, own in parents]
    return take(products, sorted(range(len(products)), key=owners.__getitem__))


def service_rows(service, parameters, described=set()):
    """The rows that a service gives, exactly: astroquery's own tables would take -999 for
    nothing, and cut the decimals of what is called a number."""
    options = {}
    if not service.startswith("Mast.Caom.") and service not in described:
        # What astroquery asks about columns beforehand is not used here, and may have no answer.
        options["fetch_name"] = "Mast.Caom.Cone"
        described.add(service)
    kinds, rows, total = {}, [], None
    for response in Mast.service_request_async(service, parameters, **options):
        reply = response.json()
        if (reply.get("status") or "COMPLETE").upper() != "COMPLETE":
            raise RuntimeError(f"{service}: {reply.get('msg')}")
        for field in reply["fields"]:
            kinds.setdefault(field["name"], str(field.get("type", "")).lower())
        for row in reply["data"]:
            for name in row:
                kinds.setdefault(name, None)
        rows += reply["data"]
        total = (reply.get("paging") or {}).get("rowsTotal", total)
    if isinstance(total, int) and 0 <= total != len(rows):
        raise RuntimeError(f"{service}: {len(rows)} of {total} rows came")
    most = parameters.get("maxrecords", parameters.get("nr"))
    if most is not None and len(rows) >= most:
        warnings.warn(f"{service} gives {most} rows and no more; there may be others")
    kinds.pop("_selected_", None)
    return table_of(rows, kinds)


def dataset_rows(mission, conditions, order, columns=(), place=None, radius=None):
    """The datasets that a mission's own search gives, page by page."""
    search = MastMissions(mission=mission)
    asked = dict(conditions, sort_by=order, sort_desc=[False] * len(order), limit=5000)
    if columns:
        asked["select_cols"] = columns
    kinds, rows, total = {}, [], None
    while total is None or len(rows) < total:
        asked["offset"] = len(rows)
        if place is None:
            reply = search.query_criteria_async(**asked).json()
        else:
            reply = search.query_region_async(place, radius=radius, **asked).json()
        for field in reply["info"]:
            kind = field.get("type") or field.get("db_type") or ""
            kinds.setdefault(field["name"], kind.lower())
        for row in reply["results"]:
            for name in row:
                kinds.setdefault(name, None)
        rows += reply["results"]
        total = reply.get("totalResults", total)
        if not reply["results"]:
            break
    if total is not None and total != len(rows):
        raise RuntimeError(f"{mission}: {len(rows)} of {total} datasets came")
    for name in ("search_key", "search_pos"):
        kinds.pop(name, None)
    table = table_of(rows, kinds)
    table.meta["days"] = [name for name, kind in kinds.items() if kind == "datetime"]
    return table


def datasets_near(mission, conditions, order, targets, radius, columns=()):
    """The datasets near each of several targets, the nearest first in each hundred targets."""
    hundreds = []
    for start in range(0, len(targets), 100):
        found = []
        for name, ra, dec in targets[start:start + 100]:
            place = SkyCoord(ra, dec, unit="deg")
            rows = dataset_rows(mission, conditions, order, columns, place, radius)
            if len(rows):
                rows["match_name"] = name
            found.append(rows)
        rows = stack(found)
        hundreds.append(ordered(rows, [ranks(rows, order[0])], [False]) if len(rows) else rows)
    return stack(hundreds)


def table_of(rows, kinds):
    """Rows as a table with columns of these kinds."""
    table = Table()
    for name, kind in kinds.items():
        if own_name(table, name) is None:
            table[name] = typed_column([row.get(name) for row in rows], kind, name)
    return table


def typed_column(cells, kind, name):
    """Cells as a column of the stated type, or of a wider one if they do not fit it."""
    whole = ("int", "integer", "long", "short", "unsignedbyte")
    decimal = ("float", "double", "decimal", "number")
    if kind in whole + decimal:
        cells = [as_number(cell) for cell in cells]
    cells = [cell if cell == cell and cell not in (math.inf, -math.inf) else None for cell in cells]
    if name.lower() == "sequence_number":
        cells = [None if cell == -999 else cell for cell in cells]
    there = [cell for cell in cells if cell is not None]
    if kind is None:
        kind = {bool: "boolean", int: "int", float: "float"}.get(type((there or [""])[0]), "")
    numeric = all(type(cell) in (int, float) for cell in there)
    exact = all(type(cell) is float or abs(cell) <= 2**53 for cell in there) if numeric else False
    if kind == "boolean" and all(type(cell) is bool for cell in there):
        return masked_column(cells, bool, False)
    if kind in whole and all(type(cell) is int and abs(cell) < 2**63 for cell in there):
        return masked_column(cells, np.int64, 0)
    if kind in whole + decimal and exact:
        return masked_column(cells, np.float64, 0.0)
    return masked_column([as_text(cell) for cell in cells], str, "")


def masked_column(cells, kind, filler):
    """Cells as a column of that type, in which those that are None are missing."""
    filled = np.array([filler if cell is None else cell for cell in cells], dtype=kind)
    return MaskedColumn(filled, mask=np.array([cell is None for cell in cells], dtype=bool))


def as_text(cell):
    """A cell of a reply as text."""
    nested = isinstance(cell, (dict, list))
    return json.dumps(cell, separators=(",", ":"), ensure_ascii=False) if nested else text(cell)


def as_number(cell):
    """A text as the number that it spells, None for words for nothing; others as they are."""
    if not isinstance(cell, str):
        return cell
    if cell.strip().lower() in ("", "nan", "null", "none", "n/a"):
        return None
    if re.fullmatch(r"\s*[-+]?[0-9]+\s*", cell):
        return int(cell)
    value = numbers([cell])[0]
    return value if value == value else cell


def as_known(table, filled=(), present=(), words=(), quantities=(), days=()):
    """Columns as what they are known to hold: names as text, numbers as numbers, dates as MJD."""
    lacking = [name for name in filled if all(cell is None for cell in texts(table, name))]
    lacking += [name for name in present if name.lower() not in map(str.lower, table.colnames)]
    if len(table) and lacking:
        raise RuntimeError(f"the rows that came have no {lacking[0]}")
    words, quantities, days = (
        [name.lower() for name in some] for some in (words, quantities, days)
    )
    stated = [name.lower() for name in table.meta.pop("days", ())]
    days += [name for name in stated if name not in words + quantities]
    for name in table.colnames:
        known = name.lower()
        cells = [cell and cell.strip() or None for cell in texts(table, name)]
        if table[name].dtype.kind != "U":
            if table[name].dtype.kind == "i" and known in words:
                table[name] = masked_column(cells, str, "")
            continue
        read = mjd if known in days else as_quantity if known in quantities else of_millis
        values = [None if cell is None or known in words else read(cell) for cell in cells]
        number_like = known in days or known in quantities
        readable = known not in words and all(value == value for value in values)
        if readable and (number_like or any(value is not None for value in values)):
            table[name] = masked_column(values, np.float64, 0.0)
        elif not number_like:
            table[name] = masked_column(cells, str, "")
    return table


def as_quantity(cell):
    """The number that a text is; NaN for any other."""
    plain = r"[+-]?[0-9]{1,15}(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,2})?"
    return float(cell) if re.fullmatch(plain, cell) else math.nan


def of_millis(cell):
    """The MJD of a text like /Date(1654431289470)/; NaN for any other."""
    millis = re.fullmatch(r"/Date\((-?[0-9]{1,15})\)/", cell)
    return 40587 + int(millis.group(1)) / 86400000 if millis else math.nan


def mjd(cell):
    """The MJD of a date as the archive's services write it; NaN for any other text."""
    typed = re.fullmatch(
        r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
        r"(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)?Z?",
        cell,
    )
    if typed is None:
        return of_millis(cell)
    try:
        days = datetime.date(*map(int, typed.groups()[:3])).toordinal() - 678576
        hour, minute, second = (int(part or 0) for part in typed.groups()[3:6])
        datetime.time(hour, minute, second)
    except ValueError:
        return math.nan
    nanos = ((hour * 60 + minute) * 60 + second) * 10**9 + int((typed.group(7) or "").ljust(9, "0"))
    return days + nanos / 86400e9


def with_mark(table, name, word):
    """The rows with the table that they come from in a column of their own."""
    table[name] = masked_column([word] * len(table), str, "")
    return table


def with_distance(table, columns, ra, dec):
    """The rows with their distance from a point, arcseconds, in the place of the archive's own."""
    distances = [None] * len(table)
    if len(columns) == 2:
        places = zip(*[numbers(texts(table, name)) for name in columns])
        distances = [
            None if math.isnan(there[0] + there[1]) else angle_between((ra, dec), there) * 3600
            for there in places
        ]
    for name in table.colnames:
        if name.lower() in ("dstarcsec", "distance", "distance_arcmin", "_distance_"):
            table.remove_column(name)
    table["distance"] = masked_column(distances, np.float64, 0.0)
    return table


def angle_between(one, other):
    """The angle between two positions; all in degrees."""
    x, y, z = unit_vector(*one)
    u, v, w = unit_vector(*other)
    a, b, c = v * z - w * y, w * x - u * z, u * y - v * x
    return math.degrees(math.atan2(math.sqrt(a * a + b * b + c * c), u * x + v * y + w * z))


def unit_vector(ra, dec):
    """A position as a vector of length one."""
    ra, dec = math.radians(ra), math.radians(dec)
    return math.cos(dec) * math.cos(ra), math.cos(dec) * math.sin(ra), math.sin(dec)


def files_of(keywords):
    """The files that rows of keywords are of, as products."""
    names = texts(keywords, "filename")
    suffixes = [re.sub(r"\..*", "", name or "").split("_")[-1].upper() or None for name in names]
    levels = [(level or " ")[0] for level in texts(keywords, "productLevel")]
    closed = texts(keywords, "isRestricted")
    rights = {None: None, "true": "EXCLUSIVE_ACCESS"}
    files = Table()
    for name, cells in (
        ("obs_collection", ["JWST"] * len(names)),
        ("obs_id", [None if name is None else observation_name(name) for name in names]),
        ("productFilename", names),
        ("dataURI", texts(keywords, "dataURI")),
        ("productType", ["SCIENCE"] * len(names)),
        ("productSubGroupDescription", suffixes),
        ("proposal_id", texts(keywords, "program")),
        ("filters", texts(keywords, "filter")),
        ("checksum", texts(keywords, "checksum")),
    ):
        files[name] = masked_column(cells, str, "")
    files["calib_level"] = masked_column(
        [int(level) if level in "0123456789" else None for level in levels], np.int64, 0
    )
    if own_name(keywords, "fileSize") is not None:
        files["size"] = keywords[own_name(keywords, "fileSize")]
    if own_name(keywords, "isRestricted") is not None:
        files["dataRights"] = masked_column(
            [rights.get(cell and cell.lower(), "PUBLIC") for cell in closed], str, ""
        )
    return files


def observations_of(keywords, batch=250):
    """The observations that the files of rows of keywords belong to, by their names."""
    files = texts(keywords, "filename")
    names = sorted({observation_name(name) for name in files if name is not None})
    found = stack([
        Observations.query_criteria(obs_id=names[start:start + batch])
        for start in range(0, len(names), batch)
    ])
    found = one_of_each(found, texts(found, "obsid"))
    wanted = {fold(name) for name in names}
    return found[fits(texts(found, "obs_id"), lambda cell: fold(cell) in wanted)]


def observation_name(file):
    """The name of the observation to which a file of Webb belongs."""
    stem = file.rpartition("_")[0] or file
    exposure = re.match(r"jw[0-9]{11}_[0-9]{5}_[0-9]{5}", stem)
    return re.sub(r"_[oac][0-9]{3,4}$", "", stem) if exposure else stem


def parts(table, source, name):
    """What the names in a column say: the detector, the suffix and so on."""
    return [None if cell is None else name_parts(cell).get(name) for cell in texts(table, source)]


def name_parts(name):
    """The parts of a file's or an observation's name, by JWST's naming convention."""
    name = name.lower()
    extension = re.search(@EXTENSION@, name)
    whole = name[:extension.start()] if extension else name
    whole = whole[:-len(@THUMB@)] if whole.endswith(@THUMB@) else whole
    last = re.search(@SUFFIX@, whole)
    suffix = last.group(1) if extension and last else None
    found = {"extension": extension.group(1) if extension else None, "suffix": suffix}
    of_visit = re.match(@OF_VISIT@, whole)
    combined = re.match(@COMBINED@, whole)
    if of_visit:
        found.update(zip(@PARTS_OF_VISIT@, of_visit.groups()))
        found["stage"] = stage_of_exposure(suffix)
    elif combined:
        found.update(zip(@PARTS_OF_COMBINED@, combined.groups()))
        if found["acid"][0] == "o":
            found["obsnum"] = found["acid"][1:]
        if found["asn_type"] is None:
            found["stage"] = None if suffix in @WITHOUT_STAGE@ else "3"
    for number in ("obsnum", "visit", "exposure", "segment"):
        if found.get(number):
            found[number] = str(int(found[number]))
    return found


def stage_of_exposure(suffix):
    """The stage of processing that a suffix tells, if it does."""
    for stage, suffixes in @STAGES@.items():
        if suffix in suffixes:
            return stage
    return "3" if suffix is not None and suffix.startswith("crf") else None
