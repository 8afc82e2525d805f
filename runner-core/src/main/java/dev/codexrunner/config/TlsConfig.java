package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;

/**
 * The company certificate authorities.
 *
 * @param caBundle PEM files with the company's certificate authorities, merged into one for codex. Empty: codex's own
 *     variables CODEX_CA_CERTIFICATE and SSL_CERT_FILE decide, as they would without us
 */
public record TlsConfig(List<Path> caBundle) {}
