package dev.codexrunner.jenkins.log;

import java.io.Serializable;

/** A piece of text without secrets, and whether the controller still holds some back. */
public final class MaskedText implements Serializable {

    private static final long serialVersionUID = 1;

    final byte[] text;
    final boolean holding;

    MaskedText(byte[] text, boolean holding) {
        this.text = text;
        this.holding = holding;
    }
}
