package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigSources.Purpose;
import dev.codexrunner.config.Setting;
import dev.codexrunner.config.SettingGroup;
import dev.codexrunner.failure.WireName;
import java.util.Set;

/** The commands of {@code rotation}: what each is for, and which settings it uses. */
public enum RotationAction {
    STAGE(
            Purpose.STAGING,
            "Puts a new token beside the live one; it comes from standard input, or from --token-file.",
            Set.of(
                    "owner",
                    "token-name",
                    "expires-at",
                    "token-file",
                    "replace",
                    "expect-live-version",
                    "rotation-metadata"),
            // Where it finishes what another one began.
            Asks.THE_SERVICE),
    VERIFY(
            Purpose.ROTATION,
            "Proves the staged token: whose it is, and a tiny run of codex. Live runs notice nothing.",
            Set.of("min-validity", "allow-identity-change"),
            Asks.CODEX),
    PROMOTE(
            Purpose.ROTATION,
            "Makes the verified token live; all else in the secret is kept.",
            Set.of("verification-max-age", "expect-live-version"),
            Asks.THE_SERVICE),
    ROLLBACK(
            Purpose.ROTATION,
            "Withdraws the staged token; or, after promote, makes the token before live again if it still works.",
            Set.of("expect-live-version"),
            Asks.CODEX),
    CONFIRM_REVOKED(
            Purpose.ROTATION,
            "Sees the old token refused by the service, then destroys it in Vault.",
            Set.of("unproven"),
            Asks.THE_SERVICE),
    STATUS(Purpose.ROTATION, "Tells where the rotation stands, and all that was done.", Set.of(), Asks.NOBODY),
    CHECK(
            Purpose.ROTATION_CHECK,
            "For schedules: do the live tokens work, and for how long? Ends with 0, or 13 where a rotation is due.",
            Set.of(),
            Asks.THE_SERVICE);

    private enum Asks {
        NOBODY,
        /** OpenAI's service, found as a run's codex finds it. */
        THE_SERVICE,
        /** The service, and codex itself by a tiny run. */
        CODEX
    }

    private static final Set<SettingGroup> SERVERS =
            Set.of(SettingGroup.VAULT, SettingGroup.VAULT_LOGIN, SettingGroup.TLS);
    private static final Set<String> ALWAYS = Set.of("vault-path", "vault-kv-version", "json", "timeout");
    private static final Set<String> SERVICE =
            Set.of("codex-home", "profile", "codex-config", "pass-env", "allow-override");
    private static final Set<String> PROBE = Set.of(
            "codex-path",
            "codex-sha256",
            "codex-version",
            "model",
            "idle-timeout",
            "progress",
            "allow-mcp",
            "allow-credential-file",
            "allow-untrusted-trigger");

    private final Purpose purpose;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<String> own;

    private final Asks asks;

    RotationAction(Purpose purpose, String description, Set<String> own, Asks asks) {
        this.purpose = purpose;
        this.description = description;
        this.own = own;
        this.asks = asks;
    }

    Purpose purpose() {
        return purpose;
    }

    String description() {
        return description;
    }

    boolean uses(Setting<?> setting) {
        return SERVERS.contains(setting.group())
                || ALWAYS.contains(setting.name())
                || own.contains(setting.name())
                || (this == CHECK && setting.group() == SettingGroup.ROTATION_CHECK)
                || (asks != Asks.NOBODY && SERVICE.contains(setting.name()))
                || (asks == Asks.CODEX && PROBE.contains(setting.name()));
    }

    /** As the command line writes it: {@code confirm-revoked}. */
    @Override
    public String toString() {
        return WireName.dashed(this);
    }
}
