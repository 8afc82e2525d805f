package dev.codexrunner.preflight.credentialfile;

import java.util.Optional;

/**
 * One variable of a git configuration.
 *
 * @param section in lower case
 * @param subsection as it is written, without quotes
 * @param key in lower case
 * @param value as git takes it, without quotes, escapes and comments; empty for a key alone
 */
record GitConfigEntry(String section, Optional<String> subsection, String key, Optional<String> value) {

    /** Whether git reads another file here, under a condition or not. */
    boolean includes() {
        boolean including = section.equals("include") && subsection.isEmpty();
        return key.equals("path") && (including || section.equals("includeif"));
    }

    @Override
    public String toString() {
        return "GitConfigEntry[" + section + "." + key + "]";
    }
}
