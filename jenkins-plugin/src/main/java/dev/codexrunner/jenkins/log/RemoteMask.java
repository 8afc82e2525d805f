package dev.codexrunner.jenkins.log;

import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The controller's masks, as an agent reaches them. */
@Restricted(NoExternalUse.class)
public interface RemoteMask {

    /** A new stream of text; its number. */
    int open();

    /**
     * Masks the stream's next piece.
     *
     * @param last whether what was held back is to come out as well
     */
    MaskedText mask(int stream, byte[] text, boolean last);
}
