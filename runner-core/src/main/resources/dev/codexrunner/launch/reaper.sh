# Run by Reaper.java: sh -c SCRIPT NAME "VARIABLE=RUN_ID" PRIVATE_HOME RUN_ID, with a pipe from the runner as input.
mark=$1 home=$2 run=$3
PATH=/usr/bin:/bin
# The signal that ends a job's other processes must not end the one that cleans up after them.
trap '' HUP INT TERM
if read -r word && [ "$word" = done ]; then exit 0; fi

# Here the runner is dead. One pass may miss a process that was just being started, so go on until a pass finds none.
pass=0
while [ "$pass" -lt 50 ]; do
  found=
  for environ in /proc/[0-9]*/environ; do
    if tr '\0' '\n' <"$environ" 2>/dev/null | grep -qxF -- "$mark"; then
      pid=${environ#/proc/} && pid=${pid%/environ}
      kill -KILL "$pid" 2>/dev/null && found=1
    fi
  done 2>/dev/null
  [ -z "$found" ] && break
  pass=$((pass + 1))
done

# Only a folder that carries this run's id in its name; and rm does not follow links.
case $home in
  /*/"$run")
    for try in 1 2 3; do
      chmod -R u+rwx -- "$home" 2>/dev/null
      rm -rf -- "$home" && break
    done
    ;;
esac
