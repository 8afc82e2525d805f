package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.credentials.CredentialLookup;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.request.CaBundle;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The company's certificate authorities, on their way to an agent. */
@Restricted(NoExternalUse.class)
public final class Authorities {

    private Authorities() {}

    /**
     * What a step asks for.
     *
     * @param problems gets what is wrong with it
     */
    public static Optional<CaBundle> asked(
            @Nullable String onAgent, @Nullable String credentialsId, List<String> problems) {
        if (onAgent != null && credentialsId != null) {
            problems.add(PluginFailure.AUTHORITIES_NAMED_TWICE.with().inWords());
        }
        return onAgent == null
                ? Optional.ofNullable(credentialsId).map(CaBundle.InCredential::new)
                : Optional.of(new CaBundle.OnAgent(onAgent));
    }

    /** What has to be written on the agent; empty where nothing is asked for, or it lies there already. */
    public static Optional<String> pem(Optional<CaBundle> bundle, Run<?, ?> run) throws PluginFailureException {
        return bundle.isPresent() ? CredentialLookup.caBundle(bundle.get(), run) : Optional.empty();
    }

    /** Where the runner finds them. */
    public static Optional<String> path(Optional<CaBundle> bundle, Optional<String> pem, RunPlace place) {
        return pem.isPresent()
                ? Optional.of(place.authorities())
                : bundle.filter(CaBundle.OnAgent.class::isInstance).map(onAgent -> ((CaBundle.OnAgent) onAgent).path());
    }
}
