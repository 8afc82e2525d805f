package dev.codexrunner.cli;

import dev.codexrunner.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Options that the environment slips into every JVM. By the time we read them they are in force, so nothing is undone
 * here: the program refuses to fetch a secret into such a process. {@code scripts/codex-runner} removes the variables
 * before there is a JVM. Most of what CI images set there is harmless, and passes. Pure.
 */
final class JvmOptions {

    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What options do that a process with a token can't have, by how they begin. */
    private enum Danger {
        LOADS_CODE(
                "loads code into this process",
                "-agentlib:|-agentpath:|-javaagent:|-Xrun|-Xbootclasspath|-XX:SharedArchiveFile=|--patch-module"
                        + "|--upgrade-module-path|-Djava\\.system\\.class\\.loader=|-Djava\\.library\\.path="
                        + "|-Djava\\.security\\.properties=|-XX:OnError=|-XX:OnOutOfMemoryError="),
        OPENS_IT(
                "lets others attach to this process",
                "-Xdebug|-XX:-DisableAttachMechanism|-XX:\\+StartAttachListener|-Dcom\\.sun\\.management\\."),
        WRITES_MEMORY(
                "writes this process's memory to disk",
                "-XX:\\+HeapDump|-XX:\\+CreateCoredumpOnCrash|-XX:\\+CrashOnOutOfMemoryError"
                        + "|-XX:StartFlightRecording|-XX:FlightRecorderOptions|-XX:\\+FlightRecorder"),
        LOGS_TRAFFIC(
                "writes what is sent and received, secrets included, to the log",
                "-Djavax\\.net\\.debug|-Djdk\\.httpclient\\.HttpClient\\.log|-Djdk\\.internal\\.httpclient"),
        HIDES_MORE("names a file with options that are not looked into here", "@|-XX:Flags=|-XX:VMOptionsFile=");

        private final String effect;
        private final Pattern beginnings;

        Danger(String effect, String beginnings) {
            this.effect = effect;
            this.beginnings = Pattern.compile(beginnings);
        }
    }

    private JvmOptions() {}

    /** What is refused, all of it; empty where nothing is. */
    static Optional<Failure> refusal(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        for (String variable : VARIABLES) {
            for (String option :
                    BLANKS.split(environment.getOrDefault(variable, "").strip(), -1)) {
                // The launcher takes quotes away; so that they hide nothing, so do we.
                String plain = option.replace("\"", "").replace("'", "");
                for (Danger danger : Danger.values()) {
                    if (danger.beginnings.matcher(plain).lookingAt()) {
                        problems.add(variable + " holds " + name(plain) + ", which " + danger.effect);
                    }
                }
            }
        }
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(CliFailure.JVM_OPTIONS_REFUSED.with(String.join("; ", problems)));
    }

    /** Without its value: a path or an address, or a secret. */
    private static String name(String option) {
        if (option.startsWith("@")) {
            return "@...";
        }
        String name = option.split("[=:]", 2)[0];
        return name.equals("-XX") ? option.split("=", 2)[0] : name;
    }
}
