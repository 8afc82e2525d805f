package dev.codexrunner.config;

/** The version of the KV secrets engine behind the path. */
public enum KvVersion {
    AUTO,
    V1,
    V2
}
