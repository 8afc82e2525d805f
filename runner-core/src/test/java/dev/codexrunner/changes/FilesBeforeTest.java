package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.codexrunner.config.ChangeConfig;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesBeforeTest {

    private static final ChangeConfig NO_RULES = new ChangeConfig(List.of(), List.of(), List.of(), false);

    @TempDir
    Path temp;

    private Path work;

    @BeforeEach
    void a_working_folder() throws IOException {
        work = Files.createDirectory(temp.resolve("work")).toRealPath();
        write("src/a.txt", "a");
        write("src/b.txt", "b");
        write("Jenkinsfile", "pipeline {}");
    }

    private Path write(String name, String text) throws IOException {
        Path file = work.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private FilesBefore look() {
        return FilesBefore.look(WatchedFolders.of(List.of(work), work, false), temp.toAbsolutePath(), System::nanoTime);
    }

    private static ChangeRules rules(ChangeConfig config) {
        return ChangeRules.of(config);
    }

    private static Map<String, ChangeType> found(FilesBefore before) {
        return before.compare(rules(NO_RULES)).changes().files().stream()
                .collect(Collectors.toMap(ChangedPath::path, ChangedPath::kind, (one, other) -> one, TreeMap::new));
    }

    @Test
    void nothing_changed() {
        assertThat(found(look())).isEmpty();
    }

    @Test
    void an_empty_folder_is_no_change_whatever_its_name() throws IOException {
        FilesBefore before = look();
        for (String name : List.of(".git", ".codex", ".agents", ".aws")) {
            Files.createDirectory(work.resolve(name));
        }

        assertThat(found(before)).isEmpty();
    }

    @Test
    void files_that_came_changed_and_went() throws IOException {
        FilesBefore before = look();
        write("src/c.txt", "c");
        write("src/b.txt", "B");
        Files.delete(work.resolve("src/a.txt"));

        assertThat(found(before))
                .isEqualTo(Map.of(
                        "src/a.txt", ChangeType.DELETED,
                        "src/b.txt", ChangeType.MODIFIED,
                        "src/c.txt", ChangeType.ADDED));
    }

    @Test
    void a_change_of_the_same_length_with_its_time_put_back() throws IOException {
        FileTime then = Files.getLastModifiedTime(work.resolve("src/a.txt"));
        FilesBefore before = look();
        Files.setLastModifiedTime(write("src/a.txt", "x"), then);

        assertThat(found(before)).isEqualTo(Map.of("src/a.txt", ChangeType.MODIFIED));
    }

    @Test
    void a_change_that_was_taken_back_is_none() throws IOException {
        FilesBefore before = look();
        write("src/a.txt", "x");
        write("src/a.txt", "a");
        Path replaced = write("new", "b");
        Files.move(replaced, work.resolve("src/b.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(found(before)).isEmpty();
    }

    @Test
    void a_large_file_whose_content_was_not_read_counts_as_changed_when_it_was_touched() throws IOException {
        write("large", "l".repeat(300_000));
        FilesBefore before = look();
        write("large", "l".repeat(300_000));

        assertThat(found(before)).isEqualTo(Map.of("large", ChangeType.MODIFIED));
    }

    @Test
    void links_that_lead_elsewhere_and_files_that_became_links() throws IOException {
        Files.createSymbolicLink(work.resolve("link"), Path.of("src/a.txt"));
        FilesBefore before = look();
        Files.delete(work.resolve("link"));
        Files.createSymbolicLink(work.resolve("link"), Path.of("/etc/passwd"));
        Files.delete(work.resolve("src/b.txt"));
        Files.createSymbolicLink(work.resolve("src/b.txt"), Path.of("a.txt"));

        assertThat(found(before)).isEqualTo(Map.of("link", ChangeType.REPLACED, "src/b.txt", ChangeType.REPLACED));
    }

    @Test
    void a_folder_that_became_a_link_is_replaced_and_what_was_in_it_is_gone() throws IOException {
        FilesBefore before = look();
        Files.delete(work.resolve("src/a.txt"));
        Files.delete(work.resolve("src/b.txt"));
        Files.delete(work.resolve("src"));
        Files.createSymbolicLink(work.resolve("src"), temp);

        assertThat(found(before))
                .isEqualTo(Map.of(
                        "src", ChangeType.REPLACED,
                        "src/a.txt", ChangeType.DELETED,
                        "src/b.txt", ChangeType.DELETED));
    }

    @Test
    void permissions_alone() throws IOException {
        FilesBefore before = look();
        Files.setPosixFilePermissions(work.resolve("src/a.txt"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(found(before)).isEqualTo(Map.of("src/a.txt", ChangeType.PERMISSIONS));
    }

    @Test
    void a_folder_that_was_closed_may_hide_anything() throws IOException {
        FilesBefore before = look();
        Path closed = Files.createDirectory(work.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "root looks into every folder");

        assertThatThrownBy(() -> found(before)).hasMessageContaining("changes-not-known");
    }

    @Test
    void names_of_all_sorts_stay_apart() throws Exception {
        FilesBefore before = look();
        write("line\nbreak", "x");
        write("umlaut ü", "x");
        write("a-b/c", "x");
        write("a/c", "x");
        int made = new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'bad\\377')\"; printf x > 'bad%FF'")
                .directory(work.toFile())
                .start()
                .waitFor();

        assertThat(made).isZero();
        assertThat(found(before).keySet())
                .containsExactlyInAnyOrder("line\\x0abreak", "umlaut ü", "a-b/c", "a/c", "bad\\xff", "bad%FF");
    }

    @Test
    void in_the_repositorys_own_git_folder_hooks_and_branches_count_and_objects_do_not() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main");
        write(".git/objects/aa/bb", "x");
        FilesBefore before = look();
        write(".git/objects/cc/dd", "x");
        write(".git/index", "x");
        write(".git/hooks/post-checkout", "x");
        write(".git/refs/heads/main", "x");
        write("nested/.git/objects/evil", "x");

        assertThat(found(before).keySet())
                .containsExactlyInAnyOrder(
                        ".git/hooks/post-checkout", ".git/refs/heads/main", "nested/.git/objects/evil");
    }

    @Test
    void gated_paths_fail_unless_named_and_come_first() throws IOException {
        FilesBefore before = look();
        write("Jenkinsfile", "changed");
        write("a.txt", "x");

        FilesBefore.Findings findings = before.compare(rules(NO_RULES));
        assertThat(findings.failure().orElseThrow().code()).isEqualTo("gated-change");
        assertThat(findings.failure().orElseThrow().what()).contains("Jenkinsfile (modified; Jenkins)");
        assertThat(findings.changes().gated()).isEqualTo(1);
        assertThat(findings.changes().files().get(0))
                .isEqualTo(new ChangedPath("Jenkinsfile", ChangeType.MODIFIED, true));
        assertThat(before.compare(rules(new ChangeConfig(List.of(), List.of(), List.of("Jenkinsfile"), false)))
                        .failure())
                .isEmpty();
    }

    @Test
    void only_what_is_allowed_may_change_and_nothing_that_is_denied() throws IOException {
        FilesBefore before = look();
        write("src/a.txt", "changed");
        write("docs/x", "x");

        assertThat(code(before, List.of("src/**"), List.of())).isEqualTo("unexpected-change");
        assertThat(code(before, List.of("src/**", "docs/"), List.of())).isEqualTo("none");
        assertThat(code(before, List.of("**"), List.of("docs/**"))).isEqualTo("denied-change");
        assertThat(code(before, List.of(), List.of("docs/**"))).isEqualTo("denied-change");
    }

    private static String code(FilesBefore before, List<String> allowed, List<String> denied) {
        return before.compare(rules(new ChangeConfig(allowed, denied, List.of(), false)))
                .failure()
                .map(failure -> failure.code())
                .orElse("none");
    }

    @Test
    void a_name_that_would_break_out_of_a_command_line_is_not_offered_in_one() throws IOException {
        FilesBefore before = look();
        write("x'; curl evil; '/Makefile", "x");

        assertThat(before.compare(rules(NO_RULES)).failure().orElseThrow().fix())
                .contains("--allow-gated-changes GLOB")
                .doesNotContain("evil");
    }

    @Test
    void the_first_offenders_are_named_and_the_rest_counted() throws IOException {
        FilesBefore before = look();
        for (int i = 0; i < 700; i++) {
            write("many/" + i, "x");
        }

        FilesBefore.Findings findings =
                before.compare(rules(new ChangeConfig(List.of("src/**"), List.of(), List.of(), false)));
        assertThat(findings.changes().count()).isEqualTo(700);
        assertThat(findings.changes().files()).hasSize(500);
        assertThat(findings.failure().orElseThrow().what())
                .contains("700 files")
                .contains("and 695 more");
    }

    @Test
    void a_working_folder_below_its_repositorys_top_is_named_from_there_for_the_gate() throws IOException {
        Files.createDirectories(work.resolve(".git"));
        Path workflows = Files.createDirectories(work.resolve(".github/workflows"));
        FilesBefore before =
                FilesBefore.look(WatchedFolders.of(List.of(workflows), workflows, false), temp, System::nanoTime);
        write(".github/workflows/ci.yml", "x");
        write("src/a.txt", "outside of the watched folder");

        assertThat(before.compare(rules(NO_RULES)).changes().files())
                .containsExactly(new ChangedPath("ci.yml", ChangeType.ADDED, true));
    }

    @Test
    void the_list_has_no_name_that_anybody_could_find_or_change() throws IOException {
        Path lists = Files.createDirectory(temp.resolve("lists"));
        try (FilesBefore before = lookFrom(lists)) {
            assertThat(lists).isEmptyDirectory();
            Files.delete(lists);
            write("src/new.txt", "new");
            assertThat(found(before)).containsOnlyKeys("src/new.txt");
        }
    }

    @Test
    void a_list_that_cannot_be_written_is_no_pass() {
        assertThatThrownBy(() -> lookFrom(temp.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        refused -> assertThat(refused.failure().exitCode()).isEqualTo(12));
    }

    private FilesBefore lookFrom(Path lists) {
        return FilesBefore.look(WatchedFolders.of(List.of(work), work, false), lists, System::nanoTime);
    }

    /** Every tree and every change of it: what is found is what was done. */
    @Test
    void random_changes_of_random_trees_are_all_found() throws IOException {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            String folder = "r" + round;
            List<String> names = IntStream.range(0, 60)
                    .mapToObj(i -> folder + "/" + name(random) + "/" + name(random) + i)
                    .toList();
            for (String name : names) {
                write(name, "before");
            }
            FilesBefore before = look();
            Map<String, ChangeType> done = new TreeMap<>();
            for (String name : names) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        Files.delete(work.resolve(name));
                        done.put(name, ChangeType.DELETED);
                    }
                    case 1 -> {
                        write(name, "after!");
                        done.put(name, ChangeType.MODIFIED);
                    }
                    case 2 -> {
                        write(name + "-new", "new");
                        done.put(name + "-new", ChangeType.ADDED);
                    }
                    default -> write(name, "before");
                }
            }
            assertThat(found(before)).as("round %d of seed %d", round, seed).isEqualTo(done);
            before.close();
        }
    }

    private static String name(Random random) {
        String letters = "ab-.+ _Zé";
        return random.ints(1 + random.nextInt(3), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining("", "n", ""));
    }
}
