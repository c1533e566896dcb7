def texts(table, name):
    """The cells of a column as text, None where there is none."""
    if name not in table.colnames:
        return [None] * len(table)
    return [text(cell) for cell in table[name].tolist()]


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
    distance = numbers(texts(table, "distance"))
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
    if name in table.colnames and table[name].dtype.kind in "biuf":
        return [None if text(cell) is None else cell for cell in table[name].tolist()]
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


def near(name, ra, dec, radius):
    """The observations near a target, the nearest first."""
    found = Observations.query_region(SkyCoord(ra, dec, unit="deg"), radius=radius * u.deg)
    if len(found):
        found["match_name"] = name
        found = ordered(found, [ranks(found, "distance")], [False])
    return found


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
