package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import java.nio.file.Path;
import java.util.Optional;

/** One way to show a check. A pure function of the document. */
public interface CheckFormat {

    /** What it is called: {@code junit}. */
    String name();

    /** The file that the user wants it in; empty where none is wanted, and for what is shown on standard output alone. */
    default Optional<Path> file(RotationCheckConfig config) {
        return Optional.empty();
    }

    /** Whether others than the user read the file; node_exporter runs as a user of its own. */
    default boolean isReadByOthers() {
        return false;
    }

    /** Whether {@link #render} wants to know what the check before wrote. */
    default boolean goesOn() {
        return false;
    }

    /**
     * The text.
     *
     * @param before what the check before wrote into the file; empty where there is none, and unless {@link #goesOn}
     */
    String render(CheckDocument document, Optional<String> before);
}
