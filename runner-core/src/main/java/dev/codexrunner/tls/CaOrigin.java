package dev.codexrunner.tls;

/** Where the choice of CA files came from, in the order of precedence. */
public enum CaOrigin {
    FLAG("--ca-bundle"),
    CODEX_CA_CERTIFICATE("CODEX_CA_CERTIFICATE"),
    SSL_CERT_FILE("SSL_CERT_FILE"),
    NONE("none");

    private final String label;

    CaOrigin(String label) {
        this.label = label;
    }

    /** As messages name it: the option or the variable. */
    public String label() {
        return label;
    }
}
