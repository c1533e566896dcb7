
# What every such script does: bash 3.2 and the usual tools of a Unix will do.
set -u
export LC_ALL=C
case $FOLDER in -*) FOLDER=./$FOLDER ;; esac

say() { printf '%s\n' "$*" >&2; }

need() {
  command -v "$1" >/dev/null || { say "this script needs $1, which is not installed here"; exit 127; }
}

size_of() { wc -c <"$1" | tr -d ' '; }

time_of() { stat -c %Y -- "$1" 2>/dev/null || stat -f %m -- "$1"; }

# The files of this task: SIZE (- if unknown), new if an older file is to be replaced, RIGHTS, URL, PATH.
mine() {
  list | while IFS=$'\t' read -r shard size mark rights url path; do
    [ "$shard" != "$SHARD" ] || printf '%s\t%s\t%s\t%s\t%s\n' "$size" "$mark" "$rights" "$url" "$path"
  done
}

# here SIZE MARK FILE: is it there, whole?
here() {
  [ -f "$3" ] || return 1
  [ "$1" = - ] || [ "$(size_of "$3")" = "$1" ] || return 1
  [ "$2" != new ] || [ "$(time_of "$3")" -ge "$MADE" ]
}

# is_page PART FILE: a web page in place of a file that is none?
is_page() {
  case $2 in *.[hH][tT][mM] | *.[hH][tT][mM][lL]) return 1 ;; esac
  head -c 512 <"$1" | tr -d '\000' | tr '\r\n\t' '   ' |
    grep -a -i -q -e '^[^[:alnum:]]*<!doctype html' -e '^[^[:alnum:]]*<html'
}

# accept SIZE PART FILE: gives it its name if it is what is listed; else it is not kept, save what is too short.
accept() {
  if [ -d "$3" ]; then
    say "$3: a folder stands in its place"
    return 1
  fi
  if is_page "$2" "$3"; then
    say "$3: a web page came in its place"
    rm -f -- "$2"
    return 1
  fi
  if [ "$1" != - ] && [ "$(size_of "$2")" != "$1" ]; then
    say "$3: $(size_of "$2") bytes came, $1 are listed"
    [ "$(size_of "$2")" -lt "$1" ] || rm -f -- "$2"
    return 1
  fi
  mv -f -- "$2" "$3" && touch -- "$3"
}

needs_token() {
  mine | cut -f 3 | grep -q exclusive || return 0
  case ${MAST_API_TOKEN:-} in
    '')
      say "some of these files are exclusive: put your token into MAST_API_TOKEN first"
      exit 4
      ;;
    *[!A-Za-z0-9._~+/=-]*)
      say "MAST_API_TOKEN holds a character that no token has"
      exit 4
      ;;
  esac
}

end() {
  missing=0
  count=0
  while IFS=$'\t' read -r size mark rights url path; do
    count=$((count + 1))
    here "$size" "$mark" "$FOLDER/$path" || {
      missing=$((missing + 1))
      say "not fetched: $path"
    }
  done < <(mine)
  say "$((count - missing)) of $count files are here, in $FOLDER"
  [ "$missing" -eq 0 ] || { say "run it again: what is here is not fetched again"; exit 5; }
}

# work: fetches the files of this task, so many at a time.
work() {
  trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
  for ((worker = 0; worker < PARALLEL; worker++)); do
    (
      number=0
      while IFS=$'\t' read -r size mark rights url path; do
        if ((number++ % PARALLEL == worker)); then
          fetch "$size" "$mark" "$rights" "$url" "$FOLDER/$path"
        fi
      done < <(mine)
    ) &
  done
  wait
}
