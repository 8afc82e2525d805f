package dev.codexrunner.testkit.fake;

/** How a {@link FakeCodex} misbehaves, as the shell code that does it. */
public enum Behaviour {
    /** Reads its prompt, says one thing, completes. */
    SUCCEEDS("cat >/dev/null; started; message hello; completed"),
    /** Completes its turn, then ends with 3. */
    COMPLETES_BUT_EXITS_NONZERO("cat >/dev/null; started; message hello; completed; exit 3"),
    /** Ends with 0, but its stream has no terminal event. */
    ENDS_WITHOUT_VERDICT("cat >/dev/null; started; message hello"),
    /** Ends with 0 and prints nothing. */
    PRINTS_NOTHING("cat >/dev/null"),
    /** Ends with 1 and an error on standard error only, as codex does for start-up errors. */
    FAILS_ON_STDERR("echo 'Error loading config.toml: bad value' >&2; exit 1"),
    /** Closes standard input unread, so that whoever writes meets a broken pipe. */
    EXITS_BEFORE_READING_STDIN("exec <&-; started; completed; exit 0"),
    /** Never reads standard input and never ends. */
    NEVER_READS_STDIN("started; nap"),
    /** Never ends and never prints. */
    HANGS_SILENTLY("cat >/dev/null; nap"),
    /** Starts, then ignores TERM, INT and HUP; its child does too. */
    IGNORES_TERM("trap '' TERM INT HUP; cat >/dev/null; started; while :; do sleep 1; done"),
    /** Goes on when it is told to end, and leaves a mark of that: a file {@code codex.told} beside it. */
    NOTES_THAT_IT_IS_TOLD_TO_END(
            "trap ': >\"$0.told\"' TERM INT; trap '' HUP; cat >/dev/null; started;" + " while :; do sleep 0.1; done"),
    /** Completes and ends, but a child in the background keeps both streams open. */
    GRANDCHILD_HOLDS_STREAMS(
            "cat >/dev/null; sleep 600 & echo $! >\"$0.grandchild\"; started; message hello; completed"),
    /** As before, and the grandchild has a session (and process group) of its own. */
    GRANDCHILD_IN_OWN_SESSION("cat >/dev/null; setsid sh -c 'echo $$ >\"$1.grandchild\"; exec sleep 600' sh \"$0\" &"
            + " while [ ! -s \"$0.grandchild\" ]; do sleep 0.01; done; started; message hello; completed"),
    /** As before, and the grandchild has lost its parent, its environment and its folder too, and holds nothing open. */
    GRANDCHILD_WITHOUT_A_TRACE("cat >/dev/null;"
            + " env -i setsid -f sh -c 'cd /; echo $$ >\"$0\"; exec sleep 600' \"$0.grandchild\" </dev/null >/dev/null 2>&1;"
            + " while [ ! -s \"$0.grandchild\" ]; do sleep 0.01; done; started; message hello; completed"),
    /** Completes and ends, with 200 processes left in sessions of their own. */
    LEAVES_MANY_PROCESSES("cat >/dev/null; started; i=0;"
            + " while [ $i -lt 200 ]; do setsid -f sleep 600; i=$((i + 1)); done; message hello; completed"),
    /** Completes its turn, and then neither falls silent nor ends. */
    COMPLETES_BUT_NEVER_ENDS(
            "cat >/dev/null; started; message hello; completed; while :; do message again; sleep 0.2; done"),
    /** Closes standard output after its first event and lives on. */
    CLOSES_STDOUT_AND_LIVES("cat >/dev/null; started; exec >&-; nap"),
    /** Stops itself, as a command that reads from a terminal is stopped. */
    STOPS_ITSELF("cat >/dev/null; started; kill -STOP $$; completed"),
    /** Doesn't answer when asked for its version. */
    HANGS_WHEN_ASKED_FOR_ITS_VERSION("completed"),
    /** Fails because the service is overloaded, which passes. */
    FAILS_FOR_A_WHILE(
            "cat >/dev/null; started;"
                    + " echo '{\"type\":\"turn.failed\",\"error\":{\"message\":\"We are experiencing high demand.\"}}'; exit 1"),
    /** Begins its turn, and goes on when a file {@code codex.go} appears beside it. */
    WAITS_IN_ITS_TURN(
            "cat >/dev/null; started; while [ ! -e \"$0.go\" ]; do sleep 0.05; done; message hello; completed"),
    /** Has a program file that takes longer to hash than anybody waits. */
    TAKES_LONG_TO_HASH("cat >/dev/null; started; message hello; completed; exit 0"),
    /** 20 MB of events and 20 MB of diagnostics at the same time, then completes. */
    FLOODS_BOTH_STREAMS("cat >/dev/null; started;"
            + " yes 'codex: something to say on the error stream' | head -c 20000000 >&2 &"
            + " yes '{\"type\":\"item.completed\",\"item\":{\"id\":\"f\",\"type\":\"reasoning\",\"text\":\"noise\"}}'"
            + " | head -n 250000; wait; message hello; completed"),
    /** 20,000 events and 1 MB of diagnostics at the same time, then completes. */
    PRINTS_MANY_EVENTS("cat >/dev/null; started;"
            + " yes 'codex: something to say on the error stream' | head -c 1000000 >&2 &"
            + " yes '{\"type\":\"item.completed\",\"item\":{\"id\":\"f\",\"type\":\"reasoning\",\"text\":\"noise\"}}'"
            + " | head -n 20000; wait; message hello; completed"),
    /** One line of 100 MB with no end, then the rest of the stream. */
    PRINTS_A_HUGE_LINE(
            "cat >/dev/null; started; head -c 100000000 /dev/zero | tr '\\0' x; echo; message hello; completed"),
    /** As many commands as the file codex.mebibytes beside it says, each with an output of 1 MiB, then completes. */
    PRINTS_MANY_LONG_LINES("cat >/dev/null; started; n=$(cat \"$0.mebibytes\");"
            + " head -c 1048576 /dev/zero | tr '\\0' x >\"$0.output\";"
            + " while [ \"$n\" -gt 0 ]; do printf '{\"type\":\"item.completed\",\"item\":{\"id\":\"item_%s\","
            + "\"type\":\"command_execution\",\"command\":\"cat\",\"aggregated_output\":\"' \"$n\"; cat \"$0.output\";"
            + " echo '\",\"exit_code\":0,\"status\":\"completed\"}}'; n=$((n-1)); done; message hello; completed"),
    /** 100 MB and no line end at all. */
    PRINTS_AN_ENDLESS_LINE("cat >/dev/null; head -c 100000000 /dev/zero | tr '\\0' x"),
    /** Bytes that are no UTF-8 and lines that are no JSON, then completes. */
    PRINTS_GARBAGE("cat >/dev/null; started; printf '\\377\\376\\000{\"type\"\\n[]\\nnull\\n\\n'; completed"),
    /** An event a second, for ever. */
    TALKS_FOR_EVER("cat >/dev/null; started; while :; do message again; sleep 1; done"),
    /** Completes only half a line and stops there. */
    STOPS_IN_MID_LINE("cat >/dev/null; started; printf '{\"type\":\"turn.comp'"),
    /** Dies of KILL after its first event, as from the system's memory killer. */
    DIES_OF_KILL("cat >/dev/null; started; kill -KILL $$"),
    /** Dies of SEGV after its first event. */
    DIES_OF_SEGV("cat >/dev/null; started; kill -SEGV $$"),
    /** Prints its whole environment to both streams, as a careless command does. */
    PRINTS_ENVIRONMENT("cat >/dev/null; started; env; env >&2; completed"),
    /** Prints what it read on standard input as plain text. */
    ECHOES_STDIN("started; cat; echo; completed");

    private final String script;

    Behaviour(String script) {
        this.script = script;
    }

    String script() {
        return script;
    }
}
