package dev.codexrunner.credential.vault;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/**
 * Whether a test that needs Docker may be skipped. {@code mvn verify -Dcodexrunner.docker=required} says no: then a
 * daemon that is absent or up but broken fails the build, which otherwise would read as passed.
 *
 * @param required whether what is missing is a failure
 */
record DockerRequirement(boolean required) {

    static final String PROPERTY = "codexrunner.docker";

    /**
     * As the system property has it.
     *
     * @throws IllegalArgumentException for a value that would be a requirement but for its spelling
     */
    static DockerRequirement parse(String value) {
        return switch (value) {
            case "required" -> new DockerRequirement(true);
            case "", "optional" -> new DockerRequirement(false);
            default ->
                throw new IllegalArgumentException("-D" + PROPERTY + "=" + value + ": write required or optional");
        };
    }

    static DockerRequirement fromSystemProperty() {
        return parse(System.getProperty(PROPERTY, ""));
    }

    /** Ends the test where no Docker daemon answers. One that answers and then fails is the test's own failure. */
    void demandDocker() {
        try {
            DockerClientFactory.instance().client();
        } catch (IllegalStateException e) {
            String named = System.getenv("DOCKER_HOST");
            missing("no Docker daemon answers at " + (named == null ? "" : "DOCKER_HOST=" + named + " or ")
                    + "the default socket");
        }
    }

    /** Ends the test: failed where Docker is required, else skipped for this reason. */
    void missing(String reason) {
        if (required) {
            fail(reason + " (-D" + PROPERTY + "=required)");
        }
        Assumptions.abort(reason);
    }
}
