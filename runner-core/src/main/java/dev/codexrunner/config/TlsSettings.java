package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.path;

import java.nio.file.Path;
import java.util.List;

/** The company's certificate authorities: the settings of {@link TlsConfig}. */
final class TlsSettings {

    static final Setting<List<Path>> CA_BUNDLE = setting(
                    "ca-bundle", SettingGroup.TLS, "PEM file with the company's certificate authorities")
            .otherwise("CODEX_CA_CERTIFICATE, else SSL_CERT_FILE")
            .listOf(path());

    static final List<Setting<?>> ALL = List.of(CA_BUNDLE);

    private TlsSettings() {}

    static TlsConfig build(SettingValues values) {
        return new TlsConfig(values.list(CA_BUNDLE));
    }
}
