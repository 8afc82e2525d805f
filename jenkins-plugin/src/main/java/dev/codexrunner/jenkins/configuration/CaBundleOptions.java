package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.CaBundle;
import hudson.model.Describable;
import java.io.Serializable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Where the certificates of the company's authorities lie. */
@Restricted(NoExternalUse.class)
public abstract class CaBundleOptions implements Describable<CaBundleOptions>, Serializable {

    private static final long serialVersionUID = 1;

    public abstract CaBundle toRequest();
}
