package dev.codexrunner.reliability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that makes one fault happen and says what came of it: a row of docs/reliability.md, whose name is the test's
 * (and, of a parameterised test, the invocation's). The test takes a {@link Seen} and tells it what it saw.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FaultRecorder.class)
public @interface Fault {

    Area area();

    /** How it was made, in a few words: "SIGKILL to the runner while a command runs". */
    String made();

    /** What the tool promises then: "exit 9 by replay, no process, no CODEX_HOME". */
    String promised();
}
