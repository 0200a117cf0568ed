# Ends processes and removes folders when its standard input closes, that is when the JVM that started it is gone.
#
# Input, a line each:
#   process PID [IDENTITY]    end this process; its identity is looked up when it is not given
#   forget-process PID        do not
#   folder PATH               remove this folder and what is in it
#   forget-folder PATH        do not

# A signal for the whole process group is not for this script: it has to see the others out.
trap '' INT TERM HUP PIPE
LC_ALL=C
export LC_ALL
newline='
'
processes=
folders=

# When a process started: the same pid with another start is another process. Nothing for one that has ended.
identity() {
  if [ -r "/proc/$1/stat" ]; then
    read -r stat 2>/dev/null <"/proc/$1/stat" || return
    set -f
    # The name in the second field may hold blanks and brackets; the fields after it do not.
    set -- ${stat##*) }
    [ "$1" = Z ] || printf '%s' "${20}"
  elif [ ! -d /proc/self ]; then
    case $(ps -o stat= -p "$1" 2>/dev/null) in
      '' | Z*) ;;
      *) ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '-' ;;
    esac
  fi
}

# Every guarded process but the one given.
other_processes() {
  printf '%s' "$processes" | while read -r pid known; do
    [ "$pid" = "$1" ] || printf '%s %s\n' "$pid" "$known"
  done
  # Command substitution drops newlines at the end; this keeps the last one.
  printf '.'
}

other_folders() {
  printf '%s' "$folders" | while IFS= read -r folder; do
    [ "$folder" = "$1" ] || printf '%s\n' "$folder"
  done
  printf '.'
}

# Sends a signal to every guarded process that still is the one it was.
send() {
  printf '%s' "$processes" | while read -r pid known; do
    [ "$(identity "$pid")" = "$known" ] && kill -s "$1" "$pid" 2>/dev/null
  done
}

alive() {
  printf '%s' "$processes" | while read -r pid known; do
    [ "$(identity "$pid")" = "$known" ] && printf 'yes'
  done
}

# Waits until the processes have ended, at most about a tenth of a second as often as given.
wait_for_end() {
  rounds=$1
  while [ "$rounds" -gt 0 ] && [ -n "$(alive)" ]; do
    sleep 0.1 2>/dev/null || sleep 1
    rounds=$((rounds - 1))
  done
}

while IFS= read -r line; do
  rest=${line#* }
  case $line in
    'process '*)
      pid=${rest%% *}
      known=
      case $rest in *' '*) known=${rest#* } ;; esac
      [ -n "$known" ] || known=$(identity "$pid")
      [ -z "$known" ] || processes="$processes$pid $known$newline"
      ;;
    'forget-process '*)
      kept=$(other_processes "$rest")
      processes=${kept%.}
      ;;
    'folder '*) folders="$folders$rest$newline" ;;
    'forget-folder '*)
      kept=$(other_folders "$rest")
      folders=${kept%.}
      ;;
  esac
done

send TERM
# A stopped process takes its TERM only when it goes on.
send CONT
wait_for_end 50
send KILL
wait_for_end 20
printf '%s' "$folders" | while IFS= read -r folder; do
  rm -rf -- "$folder"
done
