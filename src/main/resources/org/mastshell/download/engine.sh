
# What every such script does: bash 3.2 and the usual tools of a Unix will do.
set -u
export LC_ALL=C

say() { printf '%s\n' "$*" >&2; }

usage() {
  say "usage: bash $0 [FOLDER]"
  exit 2
}

# One whose name begins with - is given as ./-name.
[ -n "$FOLDER" ] || usage

need() {
  command -v "$1" >/dev/null || { say "this script needs $1, which is not installed here"; exit 127; }
}

make_folder() {
  mkdir -p -- "$FOLDER" 2>/dev/null
  if [ ! -d "$FOLDER" ] || [ ! -w "$FOLDER" ]; then
    say "no folder can be made at $FOLDER, or nothing can be written into it: name another one"
    exit 1
  fi
  SCRATCH=$(mktemp -d 2>/dev/null) || SCRATCH=
  [ -z "$SCRATCH" ] || GONE=$SCRATCH/gone
  trap tidy EXIT
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

# in_its_place MARK FILE: says what stands there that this script may not replace; nothing if it may.
in_its_place() {
  if [ -d "$2" ]; then
    printf 'a folder'
  elif [ "$1" != new ] && { [ -e "$2" ] || [ -L "$2" ]; }; then
    printf 'another file'
  fi
}

# What the archive has said that it does not have, a line each: that is not asked for again.
GONE=/dev/null

# The folder of this run for what nobody needs after it, others cannot look into it; empty if there is none.
SCRATCH=

tidy() { [ -z "$SCRATCH" ] || rm -rf -- "$SCRATCH"; }

is_gone() { [ -s "$GONE" ] && grep -q -x -F -- "$1" "$GONE"; }

# gone FILE CODE
gone() {
  say "$1: the archive does not have it ($2)"
  printf '%s\n' "$1" >>"$GONE"
}

# pause_after TRY: seconds to wait, twice as many from try to try, but no more than 30.
pause_after() {
  pause=30
  [ "$1" -gt 6 ] || [ "$((PAUSE << ($1 - 1)))" -gt 30 ] || pause=$((PAUSE << ($1 - 1)))
  [ "$PAUSE" != 0 ] || pause=0
}

# is_page PART FILE: a web page in place of a file that is none?
is_page() {
  case $2 in *.[hH][tT][mM] | *.[hH][tT][mM][lL] | *.[xX][hH][tT][mM][lL]) return 1 ;; esac
  # Before the page itself there may be the mark of UTF-8, what declares XML, and comments.
  head -c 1024 <"$1" | tr '\000\r\n\t\f\v' 'x     ' |
    grep -a -i -q -E $'^(\357\273\277)?( |<\\?xml[^>]*>|<!--([^-]|-[^-]|--+[^->])*--+>)*<(!doctype +html|html)([^[:alnum:]_]|$)'
}

# accept SIZE MARK PART FILE: gives it its name if it is what is listed; else it is not kept, save what is too short.
accept() {
  local size=$1 part=$3 file=$4 other
  other=$(in_its_place "$2" "$file")
  if [ -n "$other" ]; then
    say "$file: $other stands in its place"
    return 1
  fi
  if is_page "$part" "$file"; then
    say "$file: a web page came in its place"
    rm -f -- "$part"
    return 1
  fi
  if [ "$size" != - ] && [ "$(size_of "$part")" != "$size" ]; then
    say "$file: $(size_of "$part") bytes came, $size are listed"
    [ "$(size_of "$part")" -lt "$size" ] || rm -f -- "$part"
    return 1
  fi
  if [ "$2" = new ]; then
    mv -f -- "$part" "$file" || return 1
  else
    # Somebody may have put a file there just now; some mv say nothing of it.
    mv -n -- "$part" "$file"
    [ ! -e "$part" ] || { say "$file: another file stands in its place"; return 1; }
  fi
  touch -- "$file"
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
  lacking=0
  while IFS=$'\t' read -r size mark rights url path; do
    count=$((count + 1))
    here "$size" "$mark" "$FOLDER/$path" || {
      missing=$((missing + 1))
      other=$(in_its_place "$mark" "$FOLDER/$path")
      say "not fetched: $path${other:+: $other stands in its place}"
      ! is_gone "$FOLDER/$path" || lacking=$((lacking + 1))
    }
  done < <(mine)
  say "$((count - missing)) of $count files are here, in $FOLDER"
  [ "$missing" -gt 0 ] || return 0
  [ "$lacking" -eq 0 ] ||
    say "the archive does not have $lacking of them: newer ones may have other names, list the products again"
  [ "$lacking" -eq "$missing" ] || say "run it again: what is here is not fetched again"
  exit 5
}

# claim FILE: is no other run of a script at it? The mark of one that was killed is taken away.
claim() {
  local lock=$1.fetching owner tries=0
  until ln -s "$RUN" "$lock" 2>/dev/null; do
    owner=$(readlink "$lock" 2>/dev/null)
    if [ -z "$owner" ]; then
      # It went away just now; or the disk knows no links, and nothing can be told by them.
      [ "$((tries += 1))" -lt 3 ] || return 0
    elif [ "${owner%:*}" = "${RUN%:*}" ] && ! kill -0 "${owner##*:}" 2>/dev/null; then
      mv "$lock" "$lock.$$" 2>/dev/null || continue
      # Another one may have taken its place since.
      [ "$(readlink "$lock.$$")" = "$owner" ] || ln -s "$(readlink "$lock.$$")" "$lock" 2>/dev/null
      rm -f -- "$lock.$$"
    else
      say "$1: another run is at it ($owner)"
      return 1
    fi
  done
}

# stopped CODE: ends what this script has started; bash itself would tell of each of them.
stopped() {
  trap '' INT TERM HUP
  exec 3>&2 2>/dev/null
  for job in $(jobs -p); do kill -TERM -- "-$job"; done
  wait
  exec 2>&3 3>&-
  say "stopped: run it again, and it goes on"
  exit "$1"
}

# by_groups: what is started from now on is a group of its own, so that what it has started ends with it.
by_groups() {
  set -m
  trap 'stopped 129' HUP
  trap 'stopped 130' INT
  trap 'stopped 143' TERM
}

# work: fetches the files of this task, so many at a time.
work() {
  by_groups
  for ((worker = 0; worker < PARALLEL; worker++)); do
    (
      # The worker's own number: it may outlive the script.
      RUN=$(uname -n):$(exec sh -c 'echo $PPID')
      number=0
      while IFS=$'\t' read -r size mark rights url path; do
        if ((number++ % PARALLEL == worker)); then
          here "$size" "$mark" "$FOLDER/$path" && continue
          mkdir -p -- "$(dirname -- "$FOLDER/$path")" 2>/dev/null
          claim "$FOLDER/$path" || continue
          fetch "$size" "$mark" "$rights" "$url" "$FOLDER/$path"
          rm -f -- "$FOLDER/$path.fetching"
        fi
      done < <(mine)
    ) &
  done
  wait
}
