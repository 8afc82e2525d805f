package dev.codexrunner.config;

import java.util.List;

/** The texts given for one setting, before they are read; more than one for a list only. May hold a secret. */
record RawValue(List<String> texts, Origin origin) {

    @Override
    public String toString() {
        return "RawValue[" + origin.describe() + "]";
    }
}
