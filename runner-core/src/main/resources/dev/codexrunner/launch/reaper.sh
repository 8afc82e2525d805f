# Run by Reaper.java, with a pipe from the runner as input:
# sh -c SCRIPT NAME "VARIABLE=RUN_ID" RUN_ID SHORT_RUN_ID LOCK_LIMIT ASIDE_LOCK_LIMIT PRIVATE_HOME TEMPORARY_FOLDER [HASH_OR_ANY TARGET]...
mark=$1 run=$2 short=$3 limit=$4 aside=$5 home=$6 temporary=$7
shift 7
PATH=/usr/bin:/bin
# The signal that ends a job's other processes must not end the one that cleans up after them.
trap '' HUP INT TERM
if read -r word && [ "$word" = done ]; then exit 0; fi

# Here the runner is dead. One pass may miss a process that was just being started, so go on until a pass finds none.
pass=0
while [ "$pass" -lt 50 ]; do
  found=
  for process in $(grep -lE "^Max file locks +($limit|$aside) " /proc/[0-9]*/limits) /proc/[0-9]*/environ; do
    pid=${process#/proc/} && pid=${pid%/*}
    case $process in
      */environ) tr '\0' '\n' <"$process" | grep -qxF -e "$mark" -e "$mark-aside" || continue ;;
    esac
    kill -KILL "$pid" && found=1
  done 2>/dev/null
  [ -z "$found" ] && break
  pass=$((pass + 1))
done

# What codex's sandbox made and left (SandboxTargets.java says how that is known), where it is still empty.
made_by_codex() {
  if [ "$1" = any ]; then
    for register in "$temporary"/codex-bwrap-synthetic-mount-targets-*; do [ -d "$register" ] && return 0; done
    return 1
  fi
  for noted in "$temporary"/codex-bwrap-synthetic-mount-targets-*/"$1"/*; do
    [ -f "$noted" ] && [ ! -L "$noted" ] && [ "$(head -c 99 "$noted")" = synthetic ] && return 0
  done
  return 1
}
while [ "$#" -ge 2 ]; do
  if [ -d "$2" ] && [ ! -L "$2" ] && made_by_codex "$1"; then rmdir -- "$2" 2>/dev/null; fi
  shift 2
done

remove() {
  for try in 1 2 3; do
    chmod -R u+rwx -- "$1" 2>/dev/null
    rm -rf -- "$1" && break
  done
}

# Only folders that carry this run's id in their names; and rm does not follow links.
case $home in /*/"$run") remove "$home" ;; esac
case $temporary in /*/codex-runner/tmp/"$short" | /*/codex-runner-"$short") remove "$temporary" ;; esac
