
# The input file of aria2: what is not here yet.
feed() {
  mine | while IFS=$'\t' read -r size mark rights url path; do
    here "$size" "$mark" "$FOLDER/$path" && continue
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

if [ "${1:-}" = --print ]; then
  feed
  exit 0
fi
need aria2c
make_folder
# A connection that breaks ends a download for aria2, so that trying again is done here.
by_groups
pause=0
for ((try = 1; try <= TRIES; try++)); do
  [ -n "$(feed | head -n 1)" ] || break
  sleep "$pause"
  pause_after "$try"
  feed | aria2c --input-file=- --dir="$FOLDER" --continue=true --allow-overwrite=true \
    --auto-file-renaming=false --max-concurrent-downloads="$PARALLEL" --split=1 \
    --max-connection-per-server=1 --file-allocation=none --remote-time=false --max-tries=1 \
    --connect-timeout=30 --timeout=60 --summary-interval=0 \
    --console-log-level=error --download-result=hide &
  wait "$!"
  take
done
take
end
