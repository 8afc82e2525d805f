package dev.codexrunner.jenkins.log;

import java.io.Serializable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A piece of text without secrets, and whether the controller still holds some back. */
@Restricted(NoExternalUse.class)
public final class MaskedText implements Serializable {

    private static final long serialVersionUID = 1;

    final byte[] text;
    final boolean holding;

    MaskedText(byte[] text, boolean holding) {
        this.text = text;
        this.holding = holding;
    }
}
