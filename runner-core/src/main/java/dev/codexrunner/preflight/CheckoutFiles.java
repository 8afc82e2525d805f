package dev.codexrunner.preflight;

import dev.codexrunner.file.Containment;
import dev.codexrunner.file.RealPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The files of a checkout that the runner, or codex outside of its sandbox, reads for the agent. A change under review can
 * put a link in the place of each; only a plain file of the checkout, and no credential, is read.
 */
public final class CheckoutFiles {

    private final Containment checkout;
    private final Set<Path> credentialFiles;

    /**
     * @param root of the checkout
     * @param credentialFiles absolute, without links
     */
    CheckoutFiles(Path root, Collection<Path> credentialFiles) {
        this.checkout = new Containment(root);
        this.credentialFiles = credentialFiles.stream().map(RealPath::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Those of the repository around a working folder.
     *
     * @param credentialFiles absolute, without links
     */
    public static CheckoutFiles around(Path workingFolder, Collection<Path> credentialFiles) {
        return new CheckoutFiles(RepositoryFolders.of(workingFolder).root(), credentialFiles);
    }

    /** Whether a path names something in the checkout. */
    public boolean names(Path path) {
        return checkout.names(path);
    }

    /** The path of something in the checkout as git writes it. */
    String nameOf(Path path) {
        return StreamSupport.stream(checkout.relative(path).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Where a path in the checkout leads; empty where it leads out. */
    Optional<Path> follow(Path path) {
        return checkout.follow(path);
    }

    /**
     * Where a path in the checkout leads.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#LEADS_OUT_OF_CHECKOUT}
     */
    public Path within(Path path) {
        return checkout.follow(path)
                .orElseThrow(() -> refused(path, "a link on its way leads out, or into .git, or in a circle"));
    }

    /**
     * The plain file that a path in the checkout leads to; empty where there is none, or a folder.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#LEADS_OUT_OF_CHECKOUT}
     */
    public Optional<Path> plain(Path path) {
        Path file = within(path);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                return Optional.empty();
            }
            if (!attributes.isRegularFile()) {
                throw refused(path, "it is a pipe, a socket or a device");
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            // Whoever opens it says why.
            return Optional.of(file);
        }
        if (credentialFiles.contains(file)) {
            throw refused(path, "it is a credential file, which is hidden from the agent");
        }
        return Optional.of(file);
    }

    /**
     * What the user names by an option, for its reader to judge. git holds no pipe, so that one which no link leads to was
     * made by the job itself.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#LEADS_OUT_OF_CHECKOUT}
     */
    public Path given(Path path) {
        Path file = within(path);
        return checkout.isWithoutLinks(path) && isPipe(file)
                ? file
                : plain(path).orElse(path);
    }

    /** Or a socket or a device. */
    private static boolean isPipe(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static dev.codexrunner.failure.FailureException refused(Path path, String reason) {
        return PolicyFailure.LEADS_OUT_OF_CHECKOUT.with(path, reason).asException();
    }
}
