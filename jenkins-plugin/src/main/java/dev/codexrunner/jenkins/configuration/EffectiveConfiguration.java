package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.CaBundle;
import dev.codexrunner.jenkins.request.Defaults;
import dev.codexrunner.jenkins.request.Policy;
import hudson.ExtensionList;
import hudson.model.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What holds for a job: the controller's configuration, narrowed by each folder around the job from the outermost inwards.
 *
 * @param problems of the configuration, for the build log; with any, the run is refused, as nobody knows what was meant
 */
@Restricted(NoExternalUse.class)
public record EffectiveConfiguration(Defaults defaults, Policy policy, List<String> problems) {

    private static final String CA_BUNDLE_SETTING = "ca-bundle";

    public EffectiveConfiguration {
        problems = List.copyOf(problems);
    }

    public static EffectiveConfiguration of(Item job) {
        EffectiveConfiguration effective = CodexGlobalConfiguration.get().effective();
        if (Jenkins.get().getPlugin("cloudbees-folder") != null) {
            for (FolderSettings folder : FolderSettings.around(job)) {
                effective = effective.within(folder);
            }
        }
        return effective;
    }

    /** Names of the installations in Manage Jenkins, Tools. */
    public static List<String> codexInstallations() {
        return Arrays.stream(ExtensionList.lookupSingleton(CodexInstallation.DescriptorImpl.class)
                        .getInstallations())
                .map(CodexInstallation::getName)
                .toList();
    }

    /** The installation of that name in Manage Jenkins, Tools. */
    public static Optional<CodexInstallation> codexInstallation(String name) {
        return Arrays.stream(ExtensionList.lookupSingleton(CodexInstallation.DescriptorImpl.class)
                        .getInstallations())
                .filter(installation -> installation.getName().equals(name))
                .findFirst();
    }

    private EffectiveConfiguration within(FolderSettings folder) {
        List<String> all = new ArrayList<>(problems);
        List<String> found = new ArrayList<>(folder.policy().problems());
        found.addAll(folder.defaults().problems());
        Policy narrowed = policy.narrowedBy(folder.policy().toRequest(Policy.forFolder()));
        Defaults inner = folder.defaults().toRequest();
        inner.caBundle().ifPresent(bundle -> requireAllowed(bundle, inner, found));
        found.forEach(problem -> all.add(Messages.EffectiveConfiguration_inFolder(folder.folder(), problem)));
        return new EffectiveConfiguration(inner.completedBy(defaults), narrowed, all);
    }

    /** Who configures a folder could read the controller's disk by one, and pass for Vault by the other. */
    private void requireAllowed(CaBundle bundle, Defaults inner, List<String> found) {
        if (bundle instanceof CaBundle.OnController) {
            found.add(Messages.EffectiveConfiguration_controllerFile());
        } else if (!policy.settings().permits(CA_BUNDLE_SETTING)) {
            found.add(Messages.EffectiveConfiguration_caBundle());
        } else if (inner.vault().credentialsId().isEmpty()
                && inner.completedBy(defaults).vault().credentialsId().isPresent()) {
            found.add(Messages.EffectiveConfiguration_caBundleWithLogin());
        }
    }
}
