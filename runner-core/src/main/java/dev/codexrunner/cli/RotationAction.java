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
            false),
    VERIFY(
            Purpose.ROTATION,
            "Proves the staged token: whose it is, and a tiny run of codex. Live runs notice nothing.",
            Set.of("min-validity", "allow-identity-change"),
            true),
    PROMOTE(
            Purpose.ROTATION,
            "Makes the verified token live; all else in the secret is kept.",
            Set.of("verification-max-age", "expect-live-version"),
            true),
    ROLLBACK(
            Purpose.ROTATION,
            "Withdraws the staged token; or, after promote, makes the token before live again if it still works.",
            Set.of("expect-live-version"),
            true),
    CONFIRM_REVOKED(
            Purpose.ROTATION,
            "Sees the old token refused by the service, then destroys it in Vault.",
            Set.of("unproven"),
            true),
    STATUS(Purpose.ROTATION, "Tells where the rotation stands, and all that was done.", Set.of(), true),
    CHECK(
            Purpose.ROTATION_CHECK,
            "For schedules: do the live tokens work, and for how long? Ends with 0, or 13 where a rotation is due.",
            Set.of(),
            true);

    private static final Set<SettingGroup> SERVERS =
            Set.of(SettingGroup.VAULT, SettingGroup.VAULT_LOGIN, SettingGroup.TLS);
    private static final Set<String> ALWAYS = Set.of("vault-path", "vault-kv-version", "json");
    /** Where the service is, and which codex asks it: what a run is given. */
    private static final Set<String> SERVICE = Set.of(
            "codex-path",
            "codex-sha256",
            "codex-version",
            "codex-home",
            "profile",
            "codex-config",
            "pass-env",
            "allow-override",
            "model",
            "timeout",
            "idle-timeout",
            "report-dir",
            "progress");

    private final Purpose purpose;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<String> own;

    private final boolean asksTheService;

    RotationAction(Purpose purpose, String description, Set<String> own, boolean asksTheService) {
        this.purpose = purpose;
        this.description = description;
        this.own = own;
        this.asksTheService = asksTheService;
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
                || (asksTheService && SERVICE.contains(setting.name()));
    }

    /** As the command line writes it: {@code confirm-revoked}. */
    @Override
    public String toString() {
        return WireName.dashed(this);
    }
}
