#!/usr/bin/env bash
# Keeps the connectors of a worker of Kafka Connect as their files say. Needs curl, and runs until it is stopped.
#   keep-connectors.sh FOLDER URL [PAUSE]
#     FOLDER  with the files connectors-NAME.json, each {"name": …, "config": {…}} with the configuration last
#     URL     the worker
#     PAUSE   seconds between two looks; default 15
# Puts what is missing or differs and leaves alone what is right, so that no task is restarted without need. Starts connectors
# and tasks again that have failed: at once, then ever later, up to an hour. Says one line a change, and after each look one
# line of JSON for the metrics. The configurations hold placeholders, no secrets; all the same, none is ever printed.
set -uo pipefail

folder=$1
url=$2
pause=${3:-15}

declare -A next_restart restart_pause
silent_for=0

say() {
  echo "keep-connectors: $*"
}

# The body of the answer on standard output; fails where there is none, or an error.
ask() { # METHOD PATH
  curl -s -f --connect-timeout 5 --max-time 60 -X "$1" "$url$2"
}

# The configuration alone: all behind "config", without the last brace.
config_of() { # FILE
  tr -d '\r\n' <"$1" | sed -e 's/^.*"config"[[:space:]]*:[[:space:]]*//' -e 's/}[[:space:]]*$//'
}

# A flat object of strings as sorted lines. The worker adds the name.
settings() {
  grep -oE '"([^"\\]|\\.)*"' | paste -d '=' - - | grep -v '^"name"=' | LC_ALL=C sort
}

keep() { # NAME FILE
  local name=$1 wanted found code
  wanted=$(config_of "$2")
  found=$(curl -s --connect-timeout 5 --max-time 60 -w '%{http_code}' "$url/connectors/$name/config")
  code=${found: -3}
  found=${found%???}
  case $code in
    404) ;;
    200) [ "$(settings <<<"$found")" != "$(settings <<<"$wanted")" ] || return 0 ;;
    *) return 0 ;; # Nobody knows what is there; the next look will tell.
  esac
  code=$(curl -s -o /dev/null --connect-timeout 5 --max-time 60 -w '%{http_code}' -X PUT \
    -H 'Content-Type: application/json' --data-binary @- "$url/connectors/$name/config" <<<"$wanted")
  case $code in
    200) say "$name had another configuration; it was put anew" ;;
    201) say "$name was missing; it was put" ;;
    409) say "$name: the workers are busy with each other; later" ;;
    *) say "$name could not be put: HTTP $code" ;;
  esac
}

# How many of the states in a status say FAILED: "connector" stands before the tasks.
failed_connectors() {
  grep -oE '"connector":\{[^}]*' | grep -c '"state":"FAILED"'
}

failed_tasks() {
  grep -oE '"tasks":\[.*' | grep -oE '"state":"FAILED"' | wc -l | tr -d ' '
}

# After it went well until the next start would have been due, a failure counts as the first again.
forgive() { # NAME
  if [ "$SECONDS" -ge "${next_restart[$1]:-0}" ]; then
    unset "restart_pause[$1]" "next_restart[$1]"
  fi
}

# Only what has failed, and each time twice as late as the time before.
restart() { # NAME
  local name=$1 now=$SECONDS
  [ "$now" -ge "${next_restart[$name]:-0}" ] || return 0
  if ask POST "/connectors/$name/restart?includeTasks=true&onlyFailed=true" >/dev/null; then
    restart_pause[$name]=$((${restart_pause[$name]:-30} * 2))
    [ "${restart_pause[$name]}" -le 3600 ] || restart_pause[$name]=3600
    next_restart[$name]=$((now + restart_pause[$name]))
    say "$name had failed; it was started again, and the next time not before ${restart_pause[$name]} s"
  fi
}

look() {
  local file name status connectors=0 failed tasks all_failed=0 all_tasks=0
  if ! ask GET / >/dev/null; then
    [ "$silent_for" -ne 0 ] || say "the worker does not answer yet"
    silent_for=1
    return
  fi
  [ "$silent_for" -eq 0 ] || say "the worker answers"
  silent_for=0
  for file in "$folder"/connectors-*.json; do
    name=${file##*/connectors-}
    name=${name%.json}
    keep "$name" "$file"
    connectors=$((connectors + 1))
    status=$(ask GET "/connectors/$name/status")
    if [ -z "$status" ]; then
      all_failed=$((all_failed + 1))
      continue
    fi
    failed=$(failed_connectors <<<"$status")
    tasks=$(failed_tasks <<<"$status")
    all_failed=$((all_failed + failed))
    all_tasks=$((all_tasks + tasks))
    if [ "$((failed + tasks))" -gt 0 ]; then
      restart "$name"
    else
      forgive "$name"
    fi
  done
  echo "{\"connectors\":$connectors,\"failedConnectors\":$all_failed,\"failedTasks\":$all_tasks}"
}

# Ends at once when it is asked to.
trap 'exit 0' TERM INT
while true; do
  look
  sleep "$pause" &
  wait $!
done
