package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.launch.HiddenFiles;
import dev.codexrunner.preflight.credentialfile.CredentialFile.Purpose;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What becomes of each credential file in a run: hidden from the agent's commands, or else warned about.
 *
 * @param hidden files that codex is to hide
 * @param warnings sentences for the user
 * @param secrets for the redactor, whatever becomes of the files
 */
public record CredentialExposure(List<Path> hidden, List<String> warnings, List<Secret> secrets) {

    public CredentialExposure {
        hidden = List.copyOf(hidden);
        warnings = List.copyOf(warnings);
        secrets = List.copyOf(secrets);
    }

    /**
     * Decides it. Warns only of what the agent can read and nobody has allowed, and of what hiding costs.
     *
     * @param search with the files that were found
     * @param obstacle why codex can't hide files in this run; empty where it can
     * @param allowed files that the agent may read
     */
    public static CredentialExposure of(CredentialSearch search, Optional<String> obstacle, List<Path> allowed) {
        List<CredentialFile> files = search.files();
        List<Path> given = allowed.stream().map(CredentialExposure::real).toList();
        List<Path> hidden = new ArrayList<>();
        List<CredentialFile> withoutGit = new ArrayList<>();
        Map<String, List<CredentialFile>> inSight = new LinkedHashMap<>();
        for (CredentialFile file : files) {
            if (given.contains(file.path())) {
                continue;
            }
            Optional<String> why = obstacle.or(() -> HiddenFiles.canName(file.path())
                    ? Optional.empty()
                    : Optional.of("codex would take the path for a pattern"));
            if (why.isPresent()) {
                inSight.computeIfAbsent(why.get(), reason -> new ArrayList<>()).add(file);
            } else {
                hidden.add(file.path());
                if (file.purpose() == Purpose.REPOSITORY) {
                    withoutGit.add(file);
                }
            }
        }
        List<String> warnings = new ArrayList<>(search.warnings());
        inSight.forEach((why, some) -> warnings.add(readable(some, why)));
        if (!withoutGit.isEmpty()) {
            warnings.add(withoutGit(withoutGit));
        }
        files.forEach(file -> file.warning().ifPresent(warnings::add));
        return new CredentialExposure(
                hidden,
                warnings,
                files.stream().flatMap(file -> file.credentials().stream()).toList());
    }

    /** The same, with more files to hide that hold nothing that the redactor doesn't know already. */
    public CredentialExposure hidingToo(List<Path> more) {
        List<Path> all = new ArrayList<>(hidden);
        more.stream().map(CredentialExposure::real).forEach(all::add);
        return new CredentialExposure(all.stream().distinct().toList(), warnings, secrets);
    }

    private static String readable(List<CredentialFile> files, String why) {
        return "The agent's commands can read credentials, since " + why + ": " + names(files)
                + ". Remove the files before the run, check out with persist-credentials: false, and prefer a Vault login"
                + " that needs no file.";
    }

    private static String withoutGit(List<CredentialFile> files) {
        return "git does not work for the agent's commands: the checkout's credential is hidden from them ("
                + names(files) + "). Check out with persist-credentials: false, or let the agent read each file with"
                + " --allow-credential-file.";
    }

    private static String names(List<CredentialFile> files) {
        return files.stream().map(file -> file.kind() + " " + file.path()).collect(Collectors.joining(", "));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }

    @Override
    public String toString() {
        return "CredentialExposure[hidden=" + hidden + "]";
    }
}
