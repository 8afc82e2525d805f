package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.CaBundle;
import hudson.model.Describable;
import java.io.Serializable;

/** Where the certificates of the company's authorities lie. */
public abstract class CaBundleOptions implements Describable<CaBundleOptions>, Serializable {

    private static final long serialVersionUID = 1;

    public abstract CaBundle toRequest();
}
