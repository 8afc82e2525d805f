package dev.codexrunner.credential;

import com.sun.security.auth.module.UnixSystem;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Sees to it that a file is nobody else's.
 *
 * @param uid the user that may own it, besides root
 */
record FileGuard(long uid) {

    private static final int GROUP_OR_OTHERS_READ_OR_WRITE = 0066;
    private static final int PERMISSION_BITS = 07777;
    private static final long ROOT = 0;

    static FileGuard ofThisProcess() {
        return new FileGuard(new UnixSystem().getUid());
    }

    /** The file with links resolved, or a {@link TokenSourceFailure}. */
    Path requirePrivate(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                requireOwner(file, TokenSourceFailure.TOKEN_FILE_LINK_FOREIGN, owner(file));
            }
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw TokenSourceFailure.TOKEN_FILE_NOT_REGULAR.with(file).asException();
            }
            requireOwner(file, TokenSourceFailure.TOKEN_FILE_FOREIGN, owner(real));
            int mode = attribute(real, "unix:mode") & PERMISSION_BITS;
            if ((mode & GROUP_OR_OTHERS_READ_OR_WRITE) != 0) {
                throw TokenSourceFailure.TOKEN_FILE_EXPOSED
                        .with(file, String.format(Locale.ROOT, "%04o", mode))
                        .asException();
            }
            return real;
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                // A pipe behind /dev/fd: what the link names is no file of its own.
                throw TokenSourceFailure.TOKEN_FILE_NOT_REGULAR.with(file).asException();
            }
            throw TokenSourceFailure.TOKEN_FILE_MISSING.with(file).asException();
        } catch (AccessDeniedException e) {
            throw TokenSourceFailure.TOKEN_FILE_UNREADABLE
                    .with(file, "permission denied")
                    .asException();
        } catch (IOException e) {
            throw TokenSourceFailure.TOKEN_FILE_UNREADABLE
                    .with(file, SystemReason.of(e))
                    .asException();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            throw TokenSourceFailure.TOKEN_FILE_MODE_UNKNOWN.with(file).asException();
        }
    }

    private void requireOwner(Path file, TokenSourceFailure failure, long owner) {
        if (owner != uid && owner != ROOT) {
            throw failure.with(file, "uid " + owner, "uid " + uid).asException();
        }
    }

    private static long owner(Path file) throws IOException {
        return Integer.toUnsignedLong(attribute(file, "unix:uid"));
    }

    private static int attribute(Path file, String name) throws IOException {
        if (Files.getAttribute(file, name, LinkOption.NOFOLLOW_LINKS) instanceof Integer value) {
            return value;
        }
        throw new UnsupportedOperationException(name);
    }
}
