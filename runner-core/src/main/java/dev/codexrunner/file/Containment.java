package dev.codexrunner.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows links as far as they stay in one folder. Each is looked at by itself: a way out and in again, over {@code /proc}
 * for instance, may lead another process elsewhere.
 */
public final class Containment {

    private static final int MOST_LINKS = 40;

    private final Path folder;
    private final Path root;

    /** @param folder itself may be reached by links */
    public Containment(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.root = RealPath.of(folder);
    }

    /** Whether a path names something in the folder, however it is spelled and wherever that leads. */
    public boolean names(Path path) {
        return located(path).isPresent();
    }

    /**
     * The named path, relative to the folder.
     *
     * @throws IllegalArgumentException where it names nothing in it
     */
    public Path relative(Path named) {
        return located(named).orElseThrow(() -> new IllegalArgumentException(named + " names nothing in " + folder));
    }

    /** Links outside of the folder are whoever's who started this; from the first folder within on they are not. */
    private Optional<Path> located(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path spelled : List.of(folder, root)) {
            if (absolute.startsWith(spelled)) {
                return Optional.of(spelled.relativize(absolute));
            }
        }
        Path above = absolute.getRoot();
        for (Path name : absolute) {
            above = above.resolve(name);
            Path real;
            try {
                real = above.toRealPath();
            } catch (IOException missing) {
                return Optional.empty();
            }
            if (real.startsWith(root)) {
                return Optional.of(root.relativize(real).resolve(above.relativize(absolute)));
            }
        }
        return Optional.empty();
    }

    /**
     * Where a path in the folder leads, whether or not there is something; empty where a link on the way leads out of it,
     * into a {@code .git}, or in a circle.
     */
    public Optional<Path> follow(Path path) {
        if (!names(path)) {
            return Optional.empty();
        }
        Deque<Path> ahead = new ArrayDeque<>();
        push(relative(path), ahead);
        Path at = root;
        int links = 0;
        try {
            while (!ahead.isEmpty()) {
                Path name = ahead.pop();
                if (name.toString().isEmpty() || name.toString().equals(".")) {
                    continue;
                }
                if (name.toString().equals("..")) {
                    if (at.equals(root)) {
                        return Optional.empty();
                    }
                    at = Optional.ofNullable(at.getParent()).orElse(root);
                    continue;
                }
                if (name.toString().equalsIgnoreCase(".git")) {
                    return Optional.empty();
                }
                Path next = at.resolve(name);
                if (!Files.isSymbolicLink(next)) {
                    at = next;
                    continue;
                }
                links++;
                Path target = Files.readSymbolicLink(next);
                if (links > MOST_LINKS || (target.isAbsolute() && !target.startsWith(root))) {
                    return Optional.empty();
                }
                if (target.isAbsolute()) {
                    at = root;
                    target = withoutRoot(target);
                }
                push(target, ahead);
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
        return Optional.of(at);
    }

    /** Whether a path in the folder is what it says, without a link on the way. */
    public boolean isWithoutLinks(Path path) {
        return follow(path).equals(Optional.of(root.resolve(relative(path))));
    }

    /** Name by name: what stands before a {@code ..} may be a link. */
    private Path withoutRoot(Path target) {
        return target.getNameCount() == root.getNameCount()
                ? Path.of("")
                : target.subpath(root.getNameCount(), target.getNameCount());
    }

    private static void push(Path names, Deque<Path> ahead) {
        List<Path> backwards = new ArrayList<>();
        names.forEach(backwards::add);
        Collections.reverse(backwards);
        backwards.forEach(ahead::push);
    }
}
