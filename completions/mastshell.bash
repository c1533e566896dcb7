# Completion of mastshell in bash; made from what the program itself goes by, not to be edited.

_mastshell_sessions() {
  local state=${XDG_STATE_HOME-} file
  [[ $state == /* ]] || state=$HOME/.local/state
  state=$state/mastshell
  [[ -n ${MASTSHELL_HOME-} ]] && state=$MASTSHELL_HOME/state
  for file in "$state"/sessions/*.db; do
    [[ -f $file ]] || continue
    file=${file##*/}
    choices+=("${file%.db}")
  done
}

_mastshell() {
  # The words up to the cursor, without their quotes. Readline takes words apart at = and :,
  # too, so that the line is read anew.
  local typed=${COMP_LINE:0:COMP_POINT} words=() current= quote= begun= char i
  for ((i = 0; i < ${#typed}; i++)); do
    char=${typed:i:1}
    if [[ $char == "$quote" ]]; then
      quote=
    elif [[ $char == \\ && $quote != "'" ]]; then
      i=$((i + 1)) current+=${typed:i:1}
    elif [[ -n $quote ]]; then
      current+=$char
    elif [[ $char == [\"\'] ]]; then
      quote=$char begun=1
    elif [[ $char == [[:space:]] ]]; then
      [[ -n $begun$current ]] && words+=("$current")
      current= begun=
    else
      current+=$char
    fi
  done

  # What follows a script is its own, whatever it looks like.
  local option= script= word
  for word in "${words[@]:1}"; do
    if [[ -n $option ]]; then
      option=
      continue
    fi
    case $word in
      -c | --command | -f | --file | --serve-demo | --demo-observations | --demo-latency | --demo-polls | --server | --format | --rc | --session | --color | --on-error) option=$word ;;
      -?*) ;;
      *) script=1 && break ;;
    esac
  done

  local value=$current choices=() files= prefix=
  if [[ -z $option && -z $script && $current == --*=* ]]; then
    option=${current%%=*} value=${current#*=}
    # Where = parts no words, the answer stands for all of --name=value.
    [[ $2 == --* ]] && prefix=$option=
  fi
  COMPREPLY=()
  case $option in
    -c | --command) choices=(search products datasets keywords catalog crossmatch service fields values vocabulary resolve show plot preview count describe facets stats group sql inspect unique filter pick sort observations results use name drop union join intersect minus diff undo redo download cutout verify jobs resume export clip import cite report samp open login logout whoami set source refresh searches watch let if-empty if-not-empty on-error stop session cache log history edit help exit) ;;
    -f | --file | --rc) files=1 ;;
    --session) _mastshell_sessions ;;
    --format) choices=(table csv tsv json jsonl markdown ecsv votable) ;;
    --color) choices=(auto always never) ;;
    --on-error) choices=(stop continue) ;;
    ?*) return ;;
    *)
      if [[ -z $script && $current == -* ]]; then
        choices=(
          -c --command
          -f --file
          -i --interactive
          --demo
          --serve-demo
          --demo-observations
          --demo-latency
          --demo-polls
          --server
          --format
          --rc
          --no-rc
          --session
          --no-session
          --color
          -q --quiet
          -v --verbose
          --on-error
          --safe
          --version
          -h --help
        )
      else
        files=1
      fi
      ;;
  esac

  if [[ -n $files && -z $prefix ]] && compopt -o default 2>/dev/null; then
    return # Readline itself knows files best.
  fi
  local IFS=$'\n'
  [[ -n $files ]] && choices=($(compgen -f -- "$value"))
  for word in "${choices[@]}"; do
    [[ $word == "$value"* ]] && COMPREPLY+=("$prefix$(printf %q "$word")")
  done
}

complete -F _mastshell mastshell
