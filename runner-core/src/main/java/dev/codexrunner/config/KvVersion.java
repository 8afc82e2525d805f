package dev.codexrunner.config;

/** The version of the KV secrets engine behind the path. */
public enum KvVersion {
    AUTO("auto"),
    V1("1"),
    V2("2");

    private final String text;

    KvVersion(String text) {
        this.text = text;
    }

    /** As the setting is written: {@code 1}, {@code 2} or {@code auto}. */
    public String text() {
        return text;
    }
}
