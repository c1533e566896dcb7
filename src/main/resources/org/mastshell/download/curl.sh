
# The token comes by standard input, where nobody else can see it; curl keeps it from other hosts.
secret() {
  [ "$1" != exclusive ] || printf 'header = "Authorization: token %s"\n' "$MAST_API_TOKEN"
}

# validator HEADERS: what tells a file from its other states, for If-Range.
validator() {
  [ -f "$1" ] || return 0
  tag=$(tr -d '\r' <"$1" | sed -n 's/^[Ee][Tt][Aa][Gg]: *\("[^"]*"\) *$/\1/p' | tail -n 1)
  [ -n "$tag" ] ||
    tag=$(tr -d '\r' <"$1" | sed -n 's/^[Ll]ast-[Mm]odified: *\(.*\)$/\1/p' | tail -n 1)
  printf '%s' "$tag"
}

retry_after() {
  tr -d '\r' <"$1" 2>/dev/null | sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]\{1,3\}\)$/\1/p' | tail -n 1
}

# came HEADERS: are they the whole head of a reply with a file?
came() {
  [ -f "$1" ] && tr -d '\r' <"$1" |
    awk '/^HTTP\// { code = $2; whole = 0 } /^$/ { whole = 1 } END { exit !(whole && (code == 200 || code == 206)) }'
}

fetch() {
  local size=$1 mark=$2 rights=$3 url=$4 file=$5 part=$5.part.curl head=$5.part.curl.head
  local try code status condition pause=0 asked
  here "$size" "$mark" "$file" && return 0
  [ -z "$(in_its_place "$mark" "$file")" ] || return 1
  mkdir -p -- "${file%/*}" || return 1
  # A run that was killed has not put away the head of what it was fetching.
  if [ -f "$part" ] && [ ! -f "$head" ] && came "$head.new"; then
    mv -f -- "$head.new" "$head"
  fi
  [ -f "$head" ] || rm -f -- "$part"
  for ((try = 1; try <= TRIES; try++)); do
    sleep "$pause"
    pause_after "$try"
    if [ "$size" != - ] && [ -f "$part" ] && [ "$(size_of "$part")" -ge "$size" ]; then
      accept "$size" "$mark" "$part" "$file" && { rm -f -- "$head"; return 0; }
      rm -f -- "$part" "$head"
    fi
    condition=$(validator "$head")
    # Without it nothing shows that the rest is of the same file, whatever its size.
    [ -n "$condition" ] || rm -f -- "$part"
    # A head without its part is of nothing.
    [ -f "$part" ] || { condition='' && rm -f -- "$head"; }
    rm -f -- "$head.new"
    code=$(secret "$rights" | curl --config - --globoff --silent --show-error --fail \
      --location --max-redirs 10 --proto "=$PROTOCOLS" --proto-redir "=$PROTOCOLS" \
      --connect-timeout 30 --speed-limit 1 --speed-time 60 --retry 0 \
      ${condition:+--header "If-Range: $condition"} --continue-at - \
      --dump-header "$head.new" --output "$part" --write-out '%{http_code}' --url "$url")
    status=$?
    asked=$(retry_after "$head.new")
    if [ "$status" -eq 33 ] || [ "$code" = 416 ]; then
      # It is another file by now, or cannot be gone on with: begun anew.
      rm -f -- "$part" "$head" "$head.new"
      pause=0
      continue
    fi
    case $code in
      200 | 206) mv -f -- "$head.new" "$head" ;;
      *) rm -f -- "$head.new" ;;
    esac
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
    esac
    [ -z "$asked" ] || [ "$asked" -le "$pause" ] || pause=$asked
  done
  return 1
}

[ "${1:-}" != --print ] || usage
need curl
needs_token
make_folder
work
end
