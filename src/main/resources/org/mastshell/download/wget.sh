
# fetch_once: wget itself tries again, and goes on with what is here.
fetch_once() {
  local said status
  said=$(wget_once "$@" 2>&1)
  status=$?
  [ -z "$said" ] || say "$said"
  # What it makes before the first byte comes is no part of a file.
  [ -s "$2" ] || rm -f -- "$2"
  case $said in
    *'ERROR 404'*) gone "${2%.part.wget}" 404 ;;
    *'ERROR 410'*) gone "${2%.part.wget}" 410 ;;
  esac
  return "$status"
}

wget_once() {
  wget --continue --tries="$TRIES" --waitretry="$((PAUSE * 8))" --retry-connrefused \
    --retry-on-http-error=429,500,502,503,504 --connect-timeout=30 --read-timeout=60 \
    --no-verbose --no-use-server-timestamps --output-document="$2" "${@:3}" -- "$1"
}

fetch() {
  local size=$1 mark=$2 rights=$3 url=$4 file=$5 part=$5.part.wget try secret status
  here "$size" "$mark" "$file" && return 0
  [ -z "$(in_its_place "$mark" "$file")" ] || return 1
  mkdir -p -- "${file%/*}" || return 1
  # wget cannot ask whether a part is still of the same file: old ones are not gone on with.
  [ ! -f "$part" ] || [ -z "$(find "$part" -mmin +1440)" ] || rm -f -- "$part"
  for try in 1 2; do
    if [ "$size" = - ] || [ ! -f "$part" ] || [ "$(size_of "$part")" -lt "$size" ]; then
      [ "$size" != - ] || rm -f -- "$part"
      if [ "$rights" = exclusive ]; then
        # wget would send the token on to wherever it is sent, so that it must not follow.
        # From a file of ours alone: what stands in the command line can be seen by others.
        secret=$([ -n "$SCRATCH" ] && mktemp "$SCRATCH/token.XXXXXX") || return 1
        printf 'header = Authorization: token %s\n' "$MAST_API_TOKEN" >"$secret"
        fetch_once "$url" "$part" --max-redirect=0 --config="$secret"
        status=$?
        rm -f -- "$secret"
        [ "$status" -eq 0 ] || return 1
      else
        fetch_once "$url" "$part" --max-redirect=10 || return 1
      fi
    fi
    accept "$size" "$mark" "$part" "$file" && return 0
    rm -f -- "$part"
  done
  return 1
}

[ "${1:-}" != --print ] || usage
need wget
needs_token
make_folder
work
end
