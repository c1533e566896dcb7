for tool in curl jq; do
  command -v "$tool" > /dev/null || { echo "this needs $tool" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
asked=0

# Asks SERVICE with parameters (JSON on standard input) and adds its rows, one a line, to FILE:
# waits while the archive works on the question, and goes on from page to page.
ask() {
  local service=$1 file=$2 page=1 pages=1 status rows total=0 waited=0
  # The archive keeps replies by this name; all pages and polls of a question have the same.
  local name="$$-$RANDOM-$SECONDS-$((asked += 1))"
  cat > "$work/params"
  touch "$file"
  : > "$work/rows"
  while ((page <= pages)); do
    jq -c --arg service "$service" --argjson page "$page" --arg name "$name" \
      '{service: $service, params: ., format: "json", pagesize: 50000, page: $page,
        cacheBreaker: $name}' "$work/params" > "$work/request"
    while :; do
      curl -fsS --retry 4 --max-time 600 -o "$work/reply" \
        --data-urlencode "request@$work/request" "$SERVER/api/v0/invoke"
      status=$(jq -r '.status // "COMPLETE"' "$work/reply")
      case $status in
        COMPLETE) break ;;
        EXECUTING)
          ((waited += 1)) && ((waited <= 3600)) \
            || { echo "the archive works on $service for over an hour" >&2; exit 1; }
          sleep 1 ;;
        *) jq -r '"the archive: " + (.msg // "it failed")' "$work/reply" >&2; exit 1 ;;
      esac
    done
    jq -c '.data[]' "$work/reply" >> "$work/rows"
    pages=$(jq '.paging.pagesFiltered // 1' "$work/reply")
    total=$(jq '.paging.rowsTotal // -1' "$work/reply")
    page=$((page + 1))
  done
  rows=$(wc -l < "$work/rows")
  if ((total >= 0 && rows != total)); then
    echo "the archive sent $rows of $total rows" >&2
    exit 1
  fi
  cat "$work/rows" >> "$file"
}
