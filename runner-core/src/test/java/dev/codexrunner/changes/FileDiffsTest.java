package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.ChangeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes line by line, against what lay in the folder before the run. */
class FileDiffsTest {

    private static final ChangeRules NO_RULES =
            ChangeRules.of(new ChangeConfig(List.of(), List.of(), List.of(), false));

    @TempDir
    Path temp;

    private Path work;
    private UnaryOperator<String> redact = UnaryOperator.identity();

    @BeforeEach
    void a_working_folder() throws IOException {
        work = Files.createDirectory(temp.resolve("work")).toRealPath();
    }

    private Path write(String name, String text) throws IOException {
        Path file = work.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private FilesBefore look() {
        return FilesBefore.look(WatchedFolders.of(List.of(work), work, false), temp.toAbsolutePath(), System::nanoTime);
    }

    private List<FileDiff> found(FilesBefore before) {
        return diffs(before).files();
    }

    private FileDiffs diffs(FilesBefore before) {
        return before.compare(NO_RULES, redact).changes().diffs().orElseThrow();
    }

    @Test
    void a_change_is_told_against_what_was_there_committed_or_not() throws IOException {
        write("a.txt", "changed before the run\n");
        FilesBefore before = look();
        write("a.txt", "changed before the run\nby the run\n");

        assertThat(found(before))
                .singleElement()
                .satisfies(diff ->
                        assertThat(diff.hunks()).isEqualTo("@@ -1,1 +1,2 @@\n changed before the run\n+by the run"));
    }

    @Test
    void new_and_deleted_files_are_told_whole() throws IOException {
        write("gone.txt", "old\n");
        FilesBefore before = look();
        Files.delete(work.resolve("gone.txt"));
        write("src/new.txt", "new\n");

        assertThat(found(before)).extracting(FileDiff::path).containsExactly("gone.txt", "src/new.txt");
        assertThat(found(before))
                .extracting(FileDiff::hunks)
                .containsExactly("@@ -1,1 +0,0 @@\n-old", "@@ -0,0 +1,1 @@\n+new");
    }

    @Test
    void a_new_empty_file_is_told_to_be_empty() throws IOException {
        FilesBefore before = look();
        write("empty.txt", "");

        assertThat(found(before))
                .singleElement()
                .satisfies(diff -> assertThat(diff.note()).contains("Empty."));
    }

    @Test
    void a_secret_of_several_lines_is_masked_before_its_lines_are_taken_apart() throws IOException {
        redact = text -> text.replace("first\nsecond\n", "[redacted:key]\n");
        FilesBefore before = look();
        write("a.txt", "before\nfirst\nsecond\nafter\n");

        assertThat(found(before).get(0).hunks()).isEqualTo("@@ -0,0 +1,3 @@\n+before\n+[redacted:key]\n+after");
    }

    @Test
    void no_line_of_a_file_that_holds_credentials_by_its_name_is_shown() throws IOException {
        write(".env", "PASSWORD=hunter2\nMODE=a\n");
        write("deploy/server.key", "key\n");
        FilesBefore before = look();
        write(".env", "PASSWORD=hunter2\nMODE=b\n");
        write("deploy/server.key", "other\n");

        assertThat(found(before)).hasSize(2).allSatisfy(diff -> {
            assertThat(diff.hunks()).isEmpty();
            assertThat(diff.note()).contains("Not shown: files of this name hold credentials.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                ".envrc",
                ".env.local",
                "prod.env",
                "settings.xml",
                "gradle.properties",
                ".yarnrc.yml",
                ".npmrc",
                ".git/config",
                ".git/config.worktree",
                ".git/modules/a/b/config",
                "bare.git/config",
                ".ssh/id_ed25519_sk",
                ".ssh/config",
                "id_rsa",
                "terraform.tfstate",
                "terraform.tfstate.backup",
                "x.auto.tfvars.json",
                ".gitconfig",
                "pip.conf",
                "gh/hosts.yml",
                ".aws/config",
                "key.ppk",
                "server.KEY",
                "credentials",
                "secrets.yaml",
                "a\n/.env",
                "a\nb.pem",
                ".kube/config",
                ".docker/config.json",
                "auth.json"
            })
    void files_known_to_hold_credentials(String name) {
        assertThat(CredentialNames.has(name)).isTrue();
        assertThat(CredentialNames.has("/work/" + name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env", "src/Environment.java", "settings.gradle", "config.yml", ".github/workflows/ci.yml",
                        ".gitignore",
                "keys.md", "monkey", "Credentials.java.md/x", "secretary.txt", ".git/hooks/pre-commit", "hosts.yml"
            })
    void files_that_hold_none(String name) {
        assertThat(CredentialNames.has(name)).isFalse();
    }

    @Test
    void a_credential_file_far_down_is_known_by_its_whole_path() throws IOException {
        String deep = ("d".repeat(100) + "/").repeat(4);
        FilesBefore before = look();
        write(deep + ".env", "PASSWORD=hunter2\n");

        assertThat(found(before))
                .singleElement()
                .satisfies(diff -> assertThat(diff.hunks()).isEmpty());
    }

    @Test
    void long_paths_that_begin_alike_are_told_apart() throws IOException {
        String deep = ("d".repeat(100) + "/").repeat(4);
        FilesBefore before = look();
        write(deep + "a.txt", "a\n");
        write(deep + "b.txt", "b\n");

        assertThat(found(before)).extracting(FileDiff::path).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void of_binary_and_large_files_and_of_links_only_the_name_is_told() throws IOException {
        write("large.txt", "l".repeat(300_000));
        FilesBefore before = look();
        write("binary", "a\0b");
        write("large.txt", "m");
        Files.createSymbolicLink(work.resolve("link"), Path.of("/etc/passwd"));

        assertThat(found(before)).hasSize(3).allSatisfy(diff -> {
            assertThat(diff.hunks()).isEmpty();
            assertThat(diff.note()).isPresent();
        });
    }

    @Test
    void a_long_diff_is_cut_and_says_so_and_its_lines_are_all_counted() throws IOException {
        FilesBefore before = look();
        write("long.txt", "line\n".repeat(5_000));
        write("wide.txt", "w".repeat(50_000) + "\n");

        List<FileDiff> diffs = found(before);
        assertThat(diffs.get(0).hunks().lines()).hasSize(1_000);
        assertThat(diffs.get(0).addedLines()).isEqualTo(5_000);
        assertThat(diffs.get(0).note()).contains("Cut: the first 1,000 of 5,001 lines of the diff are shown.");
        assertThat(diffs.get(1).hunks()).hasSizeLessThan(3_000).endsWith("…");
    }

    @Test
    void many_changes_share_one_room_and_the_rest_is_counted() throws IOException {
        FilesBefore before = look();
        for (int i = 0; i < 600; i++) {
            write("file-" + (1_000 + i), ("0123456789".repeat(100) + "\n").repeat(10));
        }

        FileDiffs diffs = diffs(before);
        assertThat(diffs.files().stream()
                        .mapToInt(diff -> diff.hunks().length())
                        .sum())
                .isLessThan(600_000);
        assertThat(diffs.files().size() + diffs.leftOut()).isEqualTo(600);
        assertThat(diffs.leftOut()).isPositive();
    }
}
