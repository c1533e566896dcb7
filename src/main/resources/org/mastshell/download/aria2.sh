
# The input file of aria2: what is not here yet.
feed() {
  mine | while IFS=$'\t' read -r size mark rights url path; do
    here "$size" "$mark" "$FOLDER/$path" && continue
    is_gone "$FOLDER/$path" && continue
    [ -z "$(in_its_place "$mark" "$FOLDER/$path")" ] || continue
    part=$FOLDER/$path.part.aria2c
    if [ -f "$part.aria2" ]; then
      # aria2 cannot ask whether a part is still of the same file: old ones are not gone on with.
      [ -z "$(find "$part.aria2" -mmin +1440)" ] || rm -f -- "$part" "$part.aria2"
    elif [ -f "$part" ]; then
      [ "$size" != - ] && [ "$(size_of "$part")" = "$size" ] && continue
      rm -f -- "$part"
    fi
    printf '%s\n  out=%s\n' "$url" "$path.part.aria2c"
  done
}

take() {
  while IFS=$'\t' read -r size mark rights url path; do
    part=$FOLDER/$path.part.aria2c
    if [ -f "$part" ] && [ ! -f "$part.aria2" ]; then
      accept "$size" "$mark" "$part" "$FOLDER/$path" || rm -f -- "$part"
    fi
  done < <(mine)
}

# troubles: of what aria2 says, for each file the address, the code and the reason in a line.
troubles() {
  tr -d '\033' <"$said" | awk '
    match($0, /errorCode=[0-9]+ URI=/) { address = substr($0, RSTART + RLENGTH) }
    /->/ && match($0, /errorCode=[0-9]+ /) && address != "" {
      code = substr($0, RSTART + 10, RLENGTH - 11)
      print address "\t" code "\t" substr($0, RSTART + RLENGTH)
      address = ""
    }'
}

# is_own CODE: is it a trouble of aria2 itself or of the disk, which another try would meet again?
is_own() {
  case $1 in
    9 | 1[3-8] | 28 | 126 | 127) return 0 ;;
  esac
  [ "$1" -gt 128 ]
}

# hopeless CODE: did aria2 end so, and has no file any other trouble?
hopeless() {
  is_own "$1" || return 1
  troubles | {
    while IFS=$'\t' read -r address code reason; do
      [ "$code" = 3 ] || is_own "$code" || exit 1
    done
  }
}

# tell TRY CODE: what the archive does not have is said at once, other reasons when no more tries follow.
tell() {
  if [ "$1" -ge "$TRIES" ] && [ "$2" -ne 0 ] && [ -z "$(troubles)" ]; then
    say "aria2c ended with code $2; its last words:"
    sed $'s/\033\\[[0-9;]*m//g' <"$said" | tr -cd '\n\040-\176' | sed '/^ *$/d' | tail -n 8 | sed 's/^/  /' >&2
  fi
  troubles | sort -u | while IFS=$'\t' read -r address code reason; do
    path=$(mine | awk -F '\t' -v address="$address" '$4 == address { print $5; exit }')
    [ -n "$path" ] || continue
    if [ "$code" = 3 ]; then
      gone "$FOLDER/$path" 404
    elif [ "$1" -ge "$TRIES" ]; then
      say "$FOLDER/$path: $reason"
    fi
  done
}

if [ "${1:-}" = --print ]; then
  feed
  exit 0
fi
need aria2c
make_folder
# A connection that breaks ends a download for aria2, so that trying again is done here.
by_groups
said=$SCRATCH/said
[ -n "$SCRATCH" ] || { say "no temporary file can be made: set TMPDIR to a folder where that can be"; exit 1; }
pause=0
for ((try = 1; try <= TRIES; try++)); do
  [ -n "$(feed | head -n 1)" ] || break
  sleep "$pause"
  pause_after "$try"
  feed | aria2c --input-file=- --dir="$FOLDER" --continue=true --allow-overwrite=true \
    --auto-file-renaming=false --max-concurrent-downloads="$PARALLEL" --split=1 \
    --max-connection-per-server=1 --file-allocation=none --remote-time=false --max-tries=1 \
    --connect-timeout=30 --timeout=60 --summary-interval=0 \
    --enable-color=false --console-log-level=error --download-result=hide >"$said" 2>&1 &
  wait "$!"
  code=$?
  take
  ! hopeless "$code" || try=$TRIES
  tell "$try" "$code"
done
take
end
