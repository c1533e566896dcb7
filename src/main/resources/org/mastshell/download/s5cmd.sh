
quoted() { printf "'%s'" "${1//\'/\'\\\'\'}"; }

# The commands of s5cmd: what is not here yet.
feed() {
  mine | while IFS=$'\t' read -r size mark rights url path; do
    here "$size" "$mark" "$FOLDER/$path" && continue
    [ -z "$(in_its_place "$mark" "$FOLDER/$path")" ] || continue
    printf 'cp --raw %s %s\n' "$(quoted "$url")" "$(quoted "$FOLDER/$path.part.s5cmd")"
  done
}

if [ "${1:-}" = --print ]; then
  feed
  exit 0
fi
need s5cmd
make_folder
mine | while IFS=$'\t' read -r size mark rights url path; do
  folder=$FOLDER/$path
  mkdir -p -- "${folder%/*}"
  # It writes a file from several places at once, so that a part is no beginning of it.
  rm -f -- "$FOLDER/$path.part.s5cmd"
done
if [ -n "$(feed | head -n 1)" ]; then
  feed | s5cmd --no-sign-request --endpoint-url "$ENDPOINT" --numworkers "$PARALLEL" \
    --retry-count "$TRIES" run
fi
while IFS=$'\t' read -r size mark rights url path; do
  part=$FOLDER/$path.part.s5cmd
  [ ! -f "$part" ] || accept "$size" "$mark" "$part" "$FOLDER/$path" || rm -f -- "$part"
done < <(mine)
end
