package dev.codexrunner.tls;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which CA files are used, and why these. Codex's own precedence, with our option before it.
 *
 * @param origin what decided
 * @param files the files, empty only for {@link CaOrigin#NONE}
 */
public record CaSelection(CaOrigin origin, List<Path> files) {

    public CaSelection {
        files = List.copyOf(files);
    }

    /**
     * @param flagBundles values of {@code --ca-bundle}, where the setting's own variable and key have been counted in
     * @param env the runner's environment; an empty variable counts as unset, as codex has it
     * @throws dev.codexrunner.failure.FailureException {@link TlsFailure#CA_FILE_MISSING} where a variable's value is no path
     */
    public static CaSelection select(List<Path> flagBundles, Map<String, String> env) {
        if (!flagBundles.isEmpty()) {
            return new CaSelection(CaOrigin.FLAG, flagBundles);
        }
        for (CaOrigin origin : List.of(CaOrigin.CODEX_CA_CERTIFICATE, CaOrigin.SSL_CERT_FILE)) {
            String value = env.getOrDefault(origin.label(), "");
            if (!value.isEmpty()) {
                return new CaSelection(origin, List.of(path(value)));
            }
        }
        return new CaSelection(CaOrigin.NONE, List.of());
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw TlsFailure.CA_FILE_MISSING.with(value).asException();
        }
    }
}
