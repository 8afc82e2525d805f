package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureException;
import java.util.List;
import java.util.Map;

/**
 * The secrets of one KV version 2 engine. Paths are as {@code vault kv get} takes them, mount included
 * ({@code secret/ci/codex}), and lie in the mount that {@link VaultSession#kv} found.
 *
 * <p>Every method throws {@link FailureException} where the server, the way to it or a policy is in the way; a denial
 * names the policy line that is missing. Each call is bounded by {@code --vault-timeout}, waits included. An interrupt
 * hangs up on a read; a write under way may still take {@link ResponseWait#GRACE}, and none is begun.
 */
public interface VersionedSecrets {

    /** The latest version; absence and deletion are states of it and no failures. */
    SecretVersion latest(String path);

    /**
     * One version.
     *
     * @param version from 1
     * @return {@link SecretVersion.State#ABSENT} where it never was, or was pruned because newer ones came
     */
    SecretVersion version(String path, int version);

    /**
     * Writes a new version if the latest one still is {@code cas}. After this request may have reached the server it is
     * never repeated: the caller reads again and looks whose value is there.
     *
     * @param fields all fields of the new version; none of the old ones is kept by itself
     * @param cas number of the latest version, deleted or not; 0 where there is none
     */
    WriteResult write(String path, SecretFields fields, int cas);

    /** The secret's metadata; {@link SecretMetadata#ABSENT} where there is none. */
    SecretMetadata metadata(String path);

    /**
     * Merges entries into {@code custom_metadata}: others stay. Where the server or a policy does not take PATCH, the
     * merged map is written as a whole, which can lose what somebody else writes in that very moment. A server before
     * Vault 1.9 answers well and keeps nothing: only reading {@link #metadata} back tells.
     */
    void patchCustomMetadata(String path, Map<String, String> entries);

    /** Destroys the values of versions for good; can be repeated, and versions that are not there don't matter. */
    void destroy(String path, List<Integer> versions);
}
