# Completion of mastshell in fish; made from what the program itself goes by, not to be edited.

# What follows a script is its own, whatever it looks like.
function __mastshell_before_script
    set -l option
    for word in (commandline -opc)[2..-1]
        if set -q option[1]
            set -e option
            continue
        end
        if contains -- $word -c --command -f --file --serve-demo --demo-observations --demo-latency --demo-polls --server --format --rc --session --color --on-error
            set option $word
        else if test "$word" = -; or not string match -q -- '-*' $word
            return 1
        end
    end
end

function __mastshell_follows
    contains -- (commandline -opc)[-1] $argv
    and __mastshell_before_script
end

function __mastshell_commands
    printf '%s\t%s\n' search 'find observations'
    printf '%s\t%s\n' products 'list the products of the current observations'
    printf '%s\t%s\n' datasets 'find datasets by a mission\'s own search'
    printf '%s\t%s\n' keywords 'find files of Webb\'s instruments by the keywords of their headers'
    printf '%s\t%s\n' catalog 'find stars and other sources in the archive\'s catalogues'
    printf '%s\t%s\n' crossmatch 'match the positions of a set or file with a catalogue or with observations'
    printf '%s\t%s\n' service 'ask a service of the archive by its name'
    printf '%s\t%s\n' fields 'list the fields of criteria and columns'
    printf '%s\t%s\n' values 'list the known values of a field'
    printf '%s\t%s\n' vocabulary 'show or renew the lists that completion goes by'
    printf '%s\t%s\n' resolve 'find the coordinates of names'
    printf '%s\t%s\n' show 'show rows of the current set'
    printf '%s\t%s\n' plot 'draw the current set'
    printf '%s\t%s\n' preview 'show the archive\'s pictures of observations'
    printf '%s\t%s\n' count 'print the number of rows'
    printf '%s\t%s\n' describe 'say of each column what it holds'
    printf '%s\t%s\n' facets 'count rows by the values of fields'
    printf '%s\t%s\n' stats 'sums, means and percentiles; without a column, a summary of the set'
    printf '%s\t%s\n' group 'count and add up by combinations of values'
    printf '%s\t%s\n' sql 'ask a question in SQL of the sets; the answer is a set'
    printf '%s\t%s\n' inspect 'say in words what a row is'
    printf '%s\t%s\n' unique 'keep one row of each file'
    printf '%s\t%s\n' filter 'keep the rows that meet criteria'
    printf '%s\t%s\n' pick 'keep the rows with these numbers'
    printf '%s\t%s\n' sort 'put the rows in order'
    printf '%s\t%s\n' observations 'go back to the observations or datasets of the current products'
    printf '%s\t%s\n' results 'list the sets of this session'
    printf '%s\t%s\n' use 'go to a set by its number or name'
    printf '%s\t%s\n' name 'give a set a name'
    printf '%s\t%s\n' drop 'forget sets'
    printf '%s\t%s\n' union 'put sets together'
    printf '%s\t%s\n' join 'put the rows of two sets side by side'
    printf '%s\t%s\n' intersect 'keep what sets have in common'
    printf '%s\t%s\n' minus 'take a set away from another'
    printf '%s\t%s\n' diff 'what is new, gone or changed between two sets'
    printf '%s\t%s\n' undo 'go back to the set before'
    printf '%s\t%s\n' redo 'take an undo back'
    printf '%s\t%s\n' download 'fetch the files of the current products'
    printf '%s\t%s\n' cutout 'fetch small pieces of large images around a place'
    printf '%s\t%s\n' verify 'check downloaded files again'
    printf '%s\t%s\n' jobs 'list downloads that have not ended'
    printf '%s\t%s\n' resume 'go on with a download'
    printf '%s\t%s\n' export 'write the current set to a file, or a program that makes it again'
    printf '%s\t%s\n' clip 'put a column on the clipboard of the terminal'
    printf '%s\t%s\n' import 'read a table from a file as a set, or look up the names in it'
    printf '%s\t%s\n' cite 'say how the data of the current set are acknowledged'
    printf '%s\t%s\n' report 'write the current set as a page for the browser'
    printf '%s\t%s\n' samp 'hand the current set to TOPCAT, Aladin or DS9'
    printf '%s\t%s\n' open 'open a row\'s page, preview or publication in the browser'
    printf '%s\t%s\n' login 'log in with a token, for exclusive data'
    printf '%s\t%s\n' logout 'forget the token'
    printf '%s\t%s\n' whoami 'say who is logged in'
    printf '%s\t%s\n' set 'list or change settings'
    printf '%s\t%s\n' source 'run the commands of a file'
    printf '%s\t%s\n' refresh 'make the current set anew, and say what is new'
    printf '%s\t%s\n' searches 'keep the way to a set, and go it again'
    printf '%s\t%s\n' watch 'repeat a command, and act on what is new'
    printf '%s\t%s\n' let 'set or list variables'
    printf '%s\t%s\n' if-empty 'run a command if the current set is empty'
    printf '%s\t%s\n' if-not-empty 'run a command if the current set has rows'
    printf '%s\t%s\n' on-error 'say what the rest of a script does after a failure'
    printf '%s\t%s\n' stop 'end this script'
    printf '%s\t%s\n' session 'keep this session, or open another one'
    printf '%s\t%s\n' cache 'show or empty what is kept of archives on disk'
    printf '%s\t%s\n' log 'keep a transcript of what is typed and shown'
    printf '%s\t%s\n' history 'list the lines typed before'
    printf '%s\t%s\n' edit 'open a line in your editor'
    printf '%s\t%s\n' help 'explain a command or a topic'
    printf '%s\t%s\n' exit 'leave the shell'
end

function __mastshell_sessions
    set -l state $HOME/.local/state
    string match -q '/*' -- $XDG_STATE_HOME
    and set state $XDG_STATE_HOME
    set state $state/mastshell
    test -n "$MASTSHELL_HOME"
    and set state $MASTSHELL_HOME/state
    for file in $state/sessions/*.db
        string replace -r '.*/(.*)\\.db$' '$1' -- $file
    end
end

complete -c mastshell -n __mastshell_before_script -s c -l command -x -a '(__mastshell_commands)' -d 'run TEXT and exit'
complete -c mastshell -n __mastshell_before_script -s f -l file -r -F -d 'run FILE and exit; - is standard input'
complete -c mastshell -n __mastshell_before_script -s i -l interactive -d 'stay in the shell afterwards'
complete -c mastshell -n __mastshell_before_script -l demo -d 'use the embedded archive, with made-up data'
complete -c mastshell -n __mastshell_before_script -l serve-demo -x -d 'run the embedded archive alone, for other programs'
complete -c mastshell -n __mastshell_before_script -l demo-observations -x -d 'a larger embedded archive'
complete -c mastshell -n __mastshell_before_script -l demo-latency -x -d 'the embedded archive answers so much later'
complete -c mastshell -n __mastshell_before_script -l demo-polls -x -d 'it says so often that it is still executing'
complete -c mastshell -n __mastshell_before_script -l server -x -d 'ask another archive (also MASTSHELL_SERVER)'
complete -c mastshell -n __mastshell_before_script -l format -x -a 'table csv tsv json jsonl markdown ecsv votable' -d 'how data is written'
complete -c mastshell -n __mastshell_before_script -l rc -r -F -d 'another start file than ~/.mastshellrc'
complete -c mastshell -n __mastshell_before_script -l no-rc -d 'no start file'
complete -c mastshell -n __mastshell_before_script -l session -x -a '(__mastshell_sessions)' -d 'go on with a kept session, or begin it'
complete -c mastshell -n __mastshell_before_script -l no-session -d 'keep nothing of this session'
complete -c mastshell -n __mastshell_before_script -l color -x -a 'auto always never' -d 'whether colours are used'
complete -c mastshell -n __mastshell_before_script -s q -l quiet -d 'data and errors only'
complete -c mastshell -n __mastshell_before_script -s v -l verbose -d 'say more, stack traces included'
complete -c mastshell -n __mastshell_before_script -l on-error -x -a 'stop continue' -d 'what a script does after a failure'
complete -c mastshell -n __mastshell_before_script -l safe -d 'write files in this folder alone, start no program, ask no other archive (also MASTSHELL_SAFE=1)'
complete -c mastshell -n __mastshell_before_script -l version -d 'print the version'
complete -c mastshell -n __mastshell_before_script -s h -l help -d 'print this help'
