package dev.codexrunner.secret;

import java.util.stream.Stream;

/** One way in which a secret's text can be written down; one small class for each. */
interface SecretForm {

    /** The spellings of {@code secret} in this form. Repeated and unchanged ones are welcome: callers keep a set. */
    Stream<String> of(String secret);
}
