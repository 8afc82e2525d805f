package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.request.ConfigText;
import hudson.Util;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;

/** What every step asks for that has a command of the runner done. Null is absent. */
@Restricted(NoExternalUse.class)
public abstract class RunnerStep extends Step implements Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable VaultOptions vault;
    private @Nullable String caBundle;
    private @Nullable String caBundleCredentialsId;
    private @Nullable String config;
    private @Nullable ArrayList<String> failOn;
    private @Nullable ArrayList<String> unstableOn;

    public final @Nullable VaultOptions getVault() {
        return vault;
    }

    @DataBoundSetter
    public final void setVault(@Nullable VaultOptions vault) {
        this.vault = vault;
    }

    public final @Nullable String getCaBundle() {
        return caBundle;
    }

    @DataBoundSetter
    public final void setCaBundle(@Nullable String caBundle) {
        this.caBundle = Util.fixEmptyAndTrim(caBundle);
    }

    public final @Nullable String getCaBundleCredentialsId() {
        return caBundleCredentialsId;
    }

    @DataBoundSetter
    public final void setCaBundleCredentialsId(@Nullable String caBundleCredentialsId) {
        this.caBundleCredentialsId = Util.fixEmptyAndTrim(caBundleCredentialsId);
    }

    public final @Nullable String getConfig() {
        return config;
    }

    /** @param config lines of {@code key: value}, or in a Pipeline a map */
    @DataBoundSetter
    public final void setConfig(@Nullable Object config) {
        String text = config instanceof Map<?, ?> map ? ConfigText.of(map) : Objects.toString(config, null);
        this.config = Util.fixEmpty(text);
    }

    public final List<String> getFailOn() {
        return ExecChoices.kept(failOn);
    }

    @DataBoundSetter
    public final void setFailOn(@Nullable List<String> failOn) {
        this.failOn = ExecChoices.texts(failOn);
    }

    public final List<String> getUnstableOn() {
        return ExecChoices.kept(unstableOn);
    }

    @DataBoundSetter
    public final void setUnstableOn(@Nullable List<String> unstableOn) {
        this.unstableOn = ExecChoices.texts(unstableOn);
    }
}
