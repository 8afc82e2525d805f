package dev.codexrunner.config;

/** Where owner, name and expiry of the live token are kept. */
public enum RotationMetadata {
    /** As custom metadata where the server keeps it, else as fields. */
    AUTO,
    /** As custom metadata of the live path. */
    CUSTOM,
    /** As fields beside the token, for servers that drop custom metadata. */
    FIELDS
}
