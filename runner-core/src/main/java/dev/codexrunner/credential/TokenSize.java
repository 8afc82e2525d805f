package dev.codexrunner.credential;

/** The bound on what is read as a token. An agent identity with its key and a long signature stays below 4 KiB. */
final class TokenSize {

    static final int MAX_KIBIBYTES = 64;

    private TokenSize() {}
}
