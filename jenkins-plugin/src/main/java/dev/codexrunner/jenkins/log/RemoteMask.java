package dev.codexrunner.jenkins.log;

/**
 * The controller's mask, as an agent reaches it. It keeps nothing between two calls, and its answer tells of a secret only
 * whether the whole of it was in the text: one that told where a secret may have begun could be asked for it letter by letter.
 */
@FunctionalInterface
public interface RemoteMask {

    /** In bytes. */
    int LONGEST = 256 * 1024;

    /**
     * The text without secrets.
     *
     * @throws IllegalArgumentException where it is longer than {@link #LONGEST}
     */
    byte[] mask(byte[] text);
}
