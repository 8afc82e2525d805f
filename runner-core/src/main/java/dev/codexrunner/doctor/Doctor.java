package dev.codexrunner.doctor;

import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.preflight.KnownSecrets;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.secret.Redactor;
import java.util.List;

/** Looks at each link of a run, in the same environment and by the same code as a run, without a model call. */
public final class Doctor {

    private final RunSurroundings surroundings;
    private final Redactor redactor;
    private final Cancellation cancellation;

    /** @param redactor learns each secret before anything is told */
    public Doctor(RunSurroundings surroundings, Redactor redactor, Cancellation cancellation) {
        this.surroundings = surroundings;
        this.redactor = redactor;
        this.cancellation = cancellation;
    }

    /**
     * Runs all checks. Whatever they set up (a private CODEX_HOME, its reaper) is gone when this returns.
     *
     * @param resolved the configuration
     */
    public DoctorReport examine(ResolvedConfig resolved) {
        KnownSecrets.of(resolved.config(), surroundings.variables()).forEach(redactor::learn);
        Thread examiner = Thread.currentThread();
        Subject subject =
                new Subject(resolved, surroundings, RunId.random(), Supervisor.ofThisSystem(), redactor::learn);
        try (Findings found = new Findings();
                Cancellation.Registration interrupting = cancellation.onCancel(signal -> examiner.interrupt())) {
            List<Examination.Examined> examined = new Examination(
                            Checks.all(subject), () -> cancellation.signal().isPresent())
                    .run(found);
            interrupting.close();
            // What comes now is cleaning up, and no wait of it may be cut short.
            Thread.interrupted();
            return DoctorReport.of(examined, cancellation.signal(), redactor);
        }
    }
}
