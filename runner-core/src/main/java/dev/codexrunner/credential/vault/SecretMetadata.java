package dev.codexrunner.credential.vault;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Vault knows about a secret besides its values.
 *
 * @param currentVersion number of the latest version; 0 where none was written yet
 * @param versions those that the server still keeps account of, in ascending order
 * @param custom {@code custom_metadata}, in the server's order
 */
public record SecretMetadata(int currentVersion, List<Version> versions, Map<String, String> custom) {

    /** No metadata at all. */
    public static final SecretMetadata ABSENT = new SecretMetadata(0, List.of(), Map.of());

    /**
     * One version.
     *
     * @param number from 1
     * @param createdTime when it was written
     * @param deletionTime when it was deleted; with {@code delete_version_after} it may lie in the future
     * @param destroyed whether its value is gone for good
     */
    public record Version(
            int number, Optional<Instant> createdTime, Optional<Instant> deletionTime, boolean destroyed) {

        /** What a read at that moment finds. */
        public SecretVersion.State stateAt(Instant now) {
            if (destroyed) {
                return SecretVersion.State.DESTROYED;
            }
            return deletionTime.filter(time -> !time.isAfter(now)).isPresent()
                    ? SecretVersion.State.DELETED
                    : SecretVersion.State.PRESENT;
        }
    }

    /** When the oldest value was written that a read at that moment finds; empty where it finds none. */
    public Optional<Instant> presentSince(Instant now) {
        return versions.stream()
                .filter(version -> version.stateAt(now) == SecretVersion.State.PRESENT)
                .flatMap(version -> version.createdTime().stream())
                .min(Comparator.naturalOrder());
    }

    /** The account of one version; empty where it never was or was pruned. */
    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }
}
