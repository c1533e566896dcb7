
# What the end of a part has to have in common with what comes after it.
OVERLAP=65536

# code_in HEADERS: the status of the last reply, as wget prints it.
code_in() { sed -n 's/^ *HTTP\/[0-9.]* \([0-9]\{3\}\).*/\1/p' "$1" 2>/dev/null | tail -n 1; }

# header NAME HEADERS: of the last reply.
header() {
  [ -f "$2" ] || return 0
  tr -d '\r' <"$2" | awk -v name="$1" '
    /^ *HTTP\// { value = "" }
    tolower($1) == name ":" { value = $0; sub(/^ *[^:]*: */, "", value) }
    END { print value }'
}

# validator HEADERS: what tells a file from its other states, for If-Range.
validator() {
  tag=$(header etag "$1" | sed -n 's/^\("[^"]*"\) *$/\1/p')
  [ -n "$tag" ] || tag=$(header last-modified "$1")
  printf '%s' "$tag"
}

# wget_once RIGHTS URL FILE HEADERS OPTION...: one request, which wget does not repeat by itself: it
# would go on with whatever the archive has by then.
wget_once() {
  local rights=$1 url=$2 file=$3 headers=$4 secret status
  shift 4
  set -- --tries=1 --connect-timeout=30 --read-timeout=60 --no-verbose --server-response \
    --no-use-server-timestamps --output-document="$file" "$@"
  if [ "$rights" = exclusive ]; then
    # wget would send the token on to wherever it is sent, so that it must not follow.
    # From a file of ours alone: what stands in the command line can be seen by others.
    secret=$([ -n "$SCRATCH" ] && mktemp "$SCRATCH/token.XXXXXX") || return 1
    printf 'header = Authorization: token %s\n' "$MAST_API_TOKEN" >"$secret"
    wget --max-redirect=0 --config="$secret" "$@" -- "$url" >"$headers" 2>&1
    status=$?
    rm -f -- "$secret"
  else
    wget --max-redirect=10 "$@" -- "$url" >"$headers" 2>&1
    status=$?
  fi
  # Its own words, without the headers.
  sed '/^  /d' "$headers" >&2
  return "$status"
}

# join PART MORE: adds to a part what begins with the end of it; what does not is of another file.
join() {
  local more status=0
  more=$(size_of "$2")
  # Nothing new came.
  [ "$more" -gt "$OVERLAP" ] || return 0
  tail -c "$OVERLAP" "$1" >"$1.end" && head -c "$OVERLAP" "$2" | cmp -s - "$1.end" || status=1
  rm -f -- "$1.end"
  [ "$status" -eq 0 ] || return 1
  tail -c "+$((OVERLAP + 1))" "$2" >>"$1"
}

fetch() {
  local size=$1 mark=$2 rights=$3 url=$4 file=$5 part=$5.part.wget more=$5.part.wget.more
  local head=$5.part.wget.head try code status condition pause=0 asked
  here "$size" "$mark" "$file" && return 0
  [ -z "$(in_its_place "$mark" "$file")" ] || return 1
  mkdir -p -- "${file%/*}" || return 1
  # A run that was killed has not put away the head of what it was fetching.
  if [ -f "$part" ] && [ ! -f "$head" ] && [ "$(code_in "$head.new")" = 200 ]; then
    mv -f -- "$head.new" "$head"
  fi
  for ((try = 1; try <= TRIES; try++)); do
    sleep "$pause"
    pause_after "$try"
    condition=$(validator "$head")
    # Without it nothing shows that the rest is of the same file, whatever its size.
    if [ -z "$condition" ] || [ ! -f "$part" ] || [ "$(size_of "$part")" -le "$OVERLAP" ]; then
      condition=
    elif [ "$size" != - ] && [ "$(size_of "$part")" -ge "$size" ]; then
      accept "$size" "$mark" "$part" "$file" && { rm -f -- "$head"; return 0; }
      condition=
    fi
    rm -f -- "$more" "$head.new"
    if [ -n "$condition" ]; then
      wget_once "$rights" "$url" "$more" "$head.new" --header="If-Range: $condition" \
        --start-pos="$(($(size_of "$part") - OVERLAP))"
      status=$?
    else
      rm -f -- "$part" "$head"
      wget_once "$rights" "$url" "$part" "$head.new"
      status=$?
    fi
    code=$(code_in "$head.new")
    asked=$(header retry-after "$head.new" | sed -n 's/^\([0-9]\{1,3\}\)$/\1/p')
    case $code in
      200 | 206 | 416)
        if [ -z "$condition" ]; then
          mv -f -- "$head.new" "$head"
        elif [ "$(validator "$head.new")" != "$condition" ] || ! join "$part" "$more"; then
          # It is another file by now, or cannot be gone on with: begun anew.
          rm -f -- "$part" "$head"
          pause=0
          status=1
        fi
        ;;
    esac
    rm -f -- "$more" "$head.new"
    # What it makes before the first byte comes is no part of a file.
    [ -s "$part" ] || [ "$status" -eq 0 ] || rm -f -- "$part" "$head"
    if [ "$status" -eq 0 ]; then
      if [ ! -f "$part" ]; then : >"$part"; fi
      accept "$size" "$mark" "$part" "$file" && { rm -f -- "$head"; return 0; }
      rm -f -- "$part" "$head"
    fi
    case $code in
      401 | 403)
        say "$file: needs a login, or a token with the right to it ($code)"
        return 1
        ;;
      404 | 410)
        gone "$file" "$code"
        return 1
        ;;
      30?) return 1 ;;
    esac
    [ -z "$asked" ] || [ "$asked" -le "$pause" ] || pause=$asked
  done
  return 1
}

[ "${1:-}" != --print ] || usage
need wget
needs_token
make_folder
work
end
