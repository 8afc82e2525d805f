package dev.codexrunner.jenkins.log;

import dev.codexrunner.jenkins.credentials.MaskedCredentials;
import dev.codexrunner.jenkins.masking.LogMask;
import dev.codexrunner.jenkins.masking.MaskingStream;
import dev.codexrunner.secret.Secret;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials the codex steps of a build were given. From then on their secrets are masked in the build's whole log,
 * whatever step writes it; after a restart of the controller they are looked up again by their ids. Stores ids only.
 */
public final class MaskedSecrets extends InvisibleAction implements RunAction2, Masker {

    private static final Logger LOGGER = Logger.getLogger(MaskedSecrets.class.getName());

    /** Replaced and never changed, as the build may be saved at any moment. */
    private volatile ArrayList<String> credentialIds = new ArrayList<>();

    private transient volatile @Nullable Run<?, ?> run;
    private transient volatile @Nullable LogMask mask;
    /** Null until there is one. */
    private transient @Nullable OpenLogs openLogs;

    private MaskedSecrets() {}

    /**
     * Call it before the secrets are anywhere that a log could come from.
     *
     * @param credentialIds of what the step was given
     * @param liveValues secrets that no id brings back, such as a token that was issued for this run
     */
    public static void remember(Run<?, ?> run, Set<String> credentialIds, Collection<Secret> liveValues) {
        if (credentialIds.isEmpty() && liveValues.isEmpty()) {
            return;
        }
        MaskedSecrets secrets = madeFor(run);
        boolean isNew = secrets.add(credentialIds, liveValues);
        if (isNew) {
            try {
                run.save();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "After a restart, the log of " + run + " could not be masked");
            }
        }
    }

    private static MaskedSecrets madeFor(Run<?, ?> run) {
        synchronized (run) {
            return of(run).orElseGet(() -> {
                MaskedSecrets made = new MaskedSecrets();
                made.onAttached(run);
                run.addAction(made);
                return made;
            });
        }
    }

    /** Without asking other plugins for the build's actions: it is done for each write to a log. */
    @SuppressWarnings("deprecation")
    static Optional<MaskedSecrets> of(Run<?, ?> run) {
        for (Object action : run.getActions()) {
            if (action instanceof MaskedSecrets secrets) {
                return Optional.of(secrets);
            }
        }
        return Optional.empty();
    }

    /** Masks what is kept or shown of a build; nothing, where its steps were given no secret. */
    public static LogMask maskOf(Run<?, ?> run) {
        return of(run).map(MaskedSecrets::mask).orElseGet(LogMask::new);
    }

    private synchronized boolean add(Set<String> ids, Collection<Secret> liveValues) {
        Set<String> all = new LinkedHashSet<>(credentialIds);
        boolean isNew = all.addAll(ids);
        credentialIds = new ArrayList<>(all);
        LogMask current = mask();
        liveValues.forEach(secret -> current.learn(secret.name(), secret.reveal()));
        if (isNew) {
            MaskedCredentials.secretsOf(ids, run).forEach(secret -> current.learn(secret.name(), secret.reveal()));
        }
        return isNew;
    }

    /** Made anew after a restart. */
    synchronized LogMask mask() {
        LogMask current = mask;
        if (current == null) {
            LogMask made = new LogMask();
            MaskedCredentials.secretsOf(credentialIds, run)
                    .forEach(secret -> made.learn(secret.name(), secret.reveal()));
            current = made;
            mask = made;
        }
        return current;
    }

    @Override
    public MaskingStream masking(OutputStream log) {
        return mask().masking(log);
    }

    @Override
    public synchronized OpenLogs openLogs() {
        OpenLogs current = openLogs == null ? new OpenLogs() : openLogs;
        openLogs = current;
        return current;
    }

    /** The build ends: nobody will write what would decide about the text that is held back. */
    void letGo() {
        openLogs().letGo();
    }

    /** Once the build has ended nothing is written to its log. */
    synchronized void forget() {
        mask = null;
    }

    List<String> credentialIds() {
        return List.copyOf(credentialIds);
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
    }
}
