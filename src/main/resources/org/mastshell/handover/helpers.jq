# The cell of a column; null where it has none.
def cell($name): if $name == "sequence_number" and .[$name] == -999 then null else .[$name] end;

# A cell as text, or null.
def txt: if . == null or type == "string" then . else tostring end;

# A cell as a number, or null.
def num:
  if type == "number" or . == null then .
  else txt | if test("^[ \\t]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[ \\t]*$")
             then tonumber else null end
  end;

# Whether a cell is there and fits.
def fits(test): . != null and test;

# Whether a cell has no value.
def missing: . == null or . == "";

# A text that is the same whatever the case.
def fold: ascii_downcase;

# The parts of a list like F444W;F405N.
def pieces: split(";") | map(sub("^[ \\t]+"; "") | sub("[ \\t]+$"; ""));

# Rows with their places, in the order of the places.
def in_place: sort_by(.place) | map(.row);

# One row for each key, in order of their first appearance; rows without one all stay.
# The test is given [kept, later] and says whether the later one is better.
def one_of_each(key; better):
  to_entries | map({place: .key, row: .value, key: (.value | key)})
  | (map(select(.key | missing)))
    + (map(select(.key | missing | not)) | group_by(.key)
       | map({place: .[0].place,
              row: (reduce .[1:][].row as $later (.[0].row;
                      if [., $later] | better then $later else . end))}))
  | in_place;

# Whether a product is listed under its own observation.
def is_own: (cell("obsID") | txt) as $own | $own != null and $own == (cell("parent_obsid") | txt);

# Of two rows of a file: the one under its own observation, else under the lowest number.
def owned:
  if (.[0] | is_own) or (.[1] | is_own) then .[0] | is_own | not
  else (.[1] | cell("parent_obsid") | num) as $later | (.[0] | cell("parent_obsid") | num) as $kept
    | $later != null and $kept != null and $later < $kept
  end;

# Of two rows of an observation: the one of the nearer target.
def nearer:
  (.[1] | cell("distance") | num) as $later | (.[0] | cell("distance") | num) as $kept
  | $later != null and $kept != null and $later < $kept;

# The keys of rows, to be looked up.
def keys_of(key): map(key | txt | select(missing | not) | {(.): true}) | add // {};

# The rows whose key is there, or is not.
def shared($there; key; $wanted):
  map(select((key | txt) as $key | (($key | missing | not) and ($there | has($key))) == $wanted));

# The rows with these keys, in this order.
def pick(key; $wanted):
  (map({(key | tojson): .}) | add // {}) as $rows | $wanted | map($rows[tojson] | select(. != null));

# A key that orders texts whatever the case, and runs of digits by their value.
def natural:
  [([scan("[0-9]+|[^0-9]+")
     | if test("^[0-9]") then (sub("^0+"; "") | "0" + ([length] | implode) + .) else fold end]
    | add // ""), .];

# A cell as rows are ordered by it.
def rank: if type == "string" then natural else . end;

# The rows by a column; those without a value come last, equal ones stay as they are.
def ordered(key; $descending):
  to_entries | map({place: .key, row: .value, key: (.value | key | rank)})
  | (map(select(.key != null))
     | if $descending then sort_by([.key, -.place]) | reverse else sort_by([.key, .place]) end)
    + map(select(.key == null))
  | map(.row);

# Parameters of the questions for the products of observations, some at a time.
def questions($batch):
  [.[] | cell("obsid") | txt | select(. != null)]
  | reduce .[] as $id ({list: [], seen: {}};
      if .seen[$id] then . else .seen[$id] = true | .list[.list | length] = $id end)
  | .list as $ids | range(0; $ids | length; $batch) | {obsid: ($ids[.:. + $batch] | join(","))};

# Products in the order of their observations.
def by_owner($observations):
  (reduce ($observations[] | cell("obsid") | txt | select(. != null)) as $id ({};
     if has($id) then . else .[$id] = length end)) as $places
  | to_entries
  | map({place: [($places[.value | cell("parent_obsid") | txt // ""]
                  // $places[.value | cell("obsID") | txt // ""] // ($places | length)), .key],
         row: .value})
  | in_place;

# The stage of processing that a suffix tells, if it does.
def stage_of_exposure:
  . as $suffix
  | if $suffix == null then null
    else ([@STAGES@ | to_entries[] | select(.value | index($suffix)) | .key][0])
      // (if startswith("crf") then "3" else null end)
    end;

# What a name says by JWST's naming convention: the detector, the suffix and so on.
def name_parts:
  ascii_downcase as $name
  | ([$name | match(@EXTENSION@)][0]) as $extension
  | (if $extension then $name[:$extension.offset] else $name end) as $stem
  | ($stem | rtrimstr(@THUMB@)) as $whole
  | (if $extension then [$whole | match(@SUFFIX@)][0].captures[0].string else null end) as $suffix
  | ([$whole | match(@OF_VISIT@)][0]) as $visit
  | ([$whole | match(@COMBINED@)][0]) as $combined
  | {extension: $extension.captures[0].string, suffix: $suffix}
    + (if $visit then
         ([@PARTS_OF_VISIT@, [$visit.captures[].string]] | transpose | map({(.[0]): .[1]}) | add)
         + {stage: ($suffix | stage_of_exposure)}
       elif $combined then
         ([@PARTS_OF_COMBINED@, [$combined.captures[].string]] | transpose
          | map({(.[0]): .[1]}) | add)
         | (if .acid[:1] == "o" then .obsnum = .acid[1:] else . end)
         | (if .asn_type == null
            then .stage = (if $suffix != null and (@WITHOUT_STAGE@ | index($suffix)) then null
                           else "3" end)
            else . end)
       else {} end)
  | with_entries(if (.key == "obsnum" or .key == "visit" or .key == "exposure"
                     or .key == "segment") and .value != null
                 then .value |= (tonumber | tostring) else . end);
