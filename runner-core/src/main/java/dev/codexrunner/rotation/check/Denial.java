package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether Vault understood the question and did not want to answer it. */
final class Denial {

    /** The second is said of a token that the user gave: it had read the live secret just before, so it is no old one. */
    private static final Set<String> CODES =
            Set.of(VaultSecretFailure.VAULT_READ_DENIED.code(), VaultSecretFailure.VAULT_TOKEN_REFUSED.code());

    private Denial() {}

    private static final Pattern POLICY_LINE = Pattern.compile("path \"[^\"]+\" \\{ capabilities = \\[[^\\]]*] }");

    /** The line that a policy lacks, as Vault's API has the path; empty where the failure does not name it. */
    static Optional<String> policyLine(Failure failure) {
        return Optional.of(POLICY_LINE.matcher(failure.fix()))
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    static boolean is(Failure failure) {
        return CODES.contains(failure.code());
    }
}
