package dev.codexrunner.config;

/** Where the access token comes from. */
public enum TokenSourceKind {
    ENV,
    VAULT,
    FILE,
    STDIN
}
