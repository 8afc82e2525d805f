package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.launch.HiddenFiles;
import dev.codexrunner.preflight.credentialfile.CredentialFile.Purpose;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param files those that were found
     * @param obstacle why codex can't hide files in this run; empty where it can
     * @param allowed files that the agent may read
     */
    public static CredentialExposure of(List<CredentialFile> files, Optional<String> obstacle, List<Path> allowed) {
        List<Path> readable = allowed.stream().map(CredentialExposure::real).toList();
        List<Path> hidden = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (CredentialFile file : files) {
            file.warning().ifPresent(warnings::add);
            if (readable.contains(file.path())) {
                continue;
            }
            Optional<String> unhidden = obstacle.or(() -> HiddenFiles.canName(file.path())
                    ? Optional.empty()
                    : Optional.of("codex would take its path for a pattern"));
            unhidden.ifPresentOrElse(why -> warnings.add(readable(file, why)), () -> {
                hidden.add(file.path());
                if (file.purpose() == Purpose.REPOSITORY) {
                    warnings.add(withoutGit(file));
                }
            });
        }
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

    private static String readable(CredentialFile file, String why) {
        return "The agent's commands can read the " + file.kind() + " " + file.path() + ": " + why + ". "
                + advice(file.purpose());
    }

    private static String advice(Purpose purpose) {
        return switch (purpose) {
            case RUNNER -> "Prefer a login that needs no file, or one whose secret works once only.";
            case REPOSITORY -> "Check out without leaving the credential there (persist-credentials: false).";
            case TOOL -> "Give the CI user no such file, or remove it before the run.";
        };
    }

    private static String withoutGit(CredentialFile file) {
        return "The checkout's credential in " + file.path()
                + " is hidden from the agent, and git does not work for its"
                + " commands without that file. Check out with persist-credentials: false, or let the agent read it with"
                + " --allow-credential-file " + file.path() + ".";
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
