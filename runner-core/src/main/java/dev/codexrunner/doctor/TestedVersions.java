package dev.codexrunner.doctor;

import java.util.Set;

/** The versions of codex that this runner was tested with; the README's Compatibility lists the same. */
final class TestedVersions {

    static final Set<String> CODEX = Set.of("0.169.0");

    private TestedVersions() {}
}
