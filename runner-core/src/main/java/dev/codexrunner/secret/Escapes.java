package dev.codexrunner.secret;

/**
 * Which escapes a text is read as. A secret that itself looks escaped ({@code \2pO}, {@code a%4b}, an entity) comes out
 * of {@link #ALL} as something that depends on what was escaped of it, how deep, and what a tool put in between. Read with
 * fewer escapes it doesn't; so the text around such a secret is read in all three ways.
 */
enum Escapes {
    /** Every kind: backslashes, percent-encoding, entities, terminal sequences. */
    ALL,
    /** Backslashes that give a character's code, which JSON's are however nested; all others vanish. Terminal sequences. */
    CODES,
    /** Only terminal sequences: for text that was encoded as it stands. */
    NONE
}
