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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials the codex steps of a build were given. From then on their secrets are masked in the build's whole log,
 * whatever step writes it; after a restart of the controller they are looked up again by their ids. Stores ids, and of the
 * secrets themselves, encrypted and until the build ends, only those that no id brings back.
 */
public final class MaskedSecrets extends InvisibleAction implements RunAction2, Masker {

    private static final Logger LOGGER = Logger.getLogger(MaskedSecrets.class.getName());

    /** Replaced and never changed, as the build may be saved at any moment. */
    private volatile ArrayList<String> credentialIds = new ArrayList<>();

    /** Replaced and never changed, too; null where there is none. */
    private volatile @Nullable ArrayList<IssuedSecret> issued;

    private transient volatile @Nullable Run<?, ?> run;
    private transient volatile @Nullable LogMask mask;
    /** Null until there is one. */
    private transient @Nullable OpenLogs openLogs;

    private MaskedSecrets() {}

    /**
     * Call it before the secrets are anywhere that a log could come from.
     *
     * @param credentialIds of what the step was given
     * @param given the secrets themselves, also such as no id brings back
     */
    public static void remember(Run<?, ?> run, Set<String> credentialIds, Collection<Secret> given) {
        if (credentialIds.isEmpty() && given.isEmpty()) {
            return;
        }
        MaskedSecrets secrets = madeFor(run);
        if (secrets.add(credentialIds, given)) {
            save(run);
        }
    }

    private static void save(Run<?, ?> run) {
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "After a restart, the log of " + run + " could not be masked");
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

    /** Whether there is something to store. */
    private synchronized boolean add(Set<String> ids, Collection<Secret> given) {
        LogMask current = mask();
        given.forEach(secret -> current.learn(secret.name(), secret.reveal()));
        List<Secret> found = MaskedCredentials.secretsOf(ids, run);
        found.forEach(secret -> current.learn(secret.name(), secret.reveal()));
        Set<String> allIds = new LinkedHashSet<>(credentialIds);
        boolean isNew = allIds.addAll(ids);
        credentialIds = new ArrayList<>(allIds);
        Set<String> broughtBack = found.stream().map(Secret::reveal).collect(Collectors.toSet());
        List<IssuedSecret> lost = given.stream()
                .filter(secret -> !broughtBack.contains(secret.reveal()))
                .map(IssuedSecret::new)
                .toList();
        if (lost.isEmpty()) {
            return isNew;
        }
        ArrayList<IssuedSecret> all = new ArrayList<>(issued());
        all.addAll(lost);
        issued = all;
        return true;
    }

    private List<IssuedSecret> issued() {
        List<IssuedSecret> current = issued;
        return current == null ? List.of() : current;
    }

    /** Made anew after a restart. */
    synchronized LogMask mask() {
        LogMask current = mask;
        if (current == null) {
            LogMask made = new LogMask();
            Stream.concat(
                            MaskedCredentials.secretsOf(credentialIds, run).stream(),
                            issued().stream().map(IssuedSecret::secret))
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
    void forget() {
        synchronized (this) {
            mask = null;
            if (issued == null) {
                return;
            }
            issued = null;
        }
        Run<?, ?> owner = run;
        if (owner != null) {
            save(owner);
        }
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
