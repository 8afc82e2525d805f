package dev.codexrunner.preflight;

import dev.codexrunner.config.TeamConfigMode;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.InstructionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checkout itself tells the agent. Nothing in it is reviewed when the change that is examined brings it.
 *
 * <p>The runner reads it, once and before there is a token, and hands it to codex as what the user says. codex itself
 * would follow a link to its own environment, and do so again for every agent that the first one starts.
 */
final class CheckoutInstructions {

    /** The first of them in a folder hides the other. */
    static final List<String> NAMES = List.of("AGENTS.override.md", "AGENTS.md");

    private static final int LARGEST_BYTES = 16 * 1024 * 1024;

    private final RepositoryFolders folders;
    private final CheckoutFiles files;
    private final InstructionSettings settings;
    private final List<TrustFacts.HashedFile> read = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private CheckoutInstructions(RepositoryFolders folders, CheckoutFiles files, InstructionSettings settings) {
        this.folders = folders;
        this.files = files;
        this.settings = settings;
    }

    /**
     * {@code --team-config off}: AGENTS.md counts, {@code .codex/} does not.
     *
     * @param privateHome whether there is a CODEX_HOME of the run's own to put them into; else they go before the prompt
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#LEADS_OUT_OF_CHECKOUT}
     */
    static TeamConfig read(
            RepositoryFolders folders, CheckoutFiles files, InstructionSettings settings, boolean privateHome) {
        return new CheckoutInstructions(folders, files, settings).read(privateHome);
    }

    private TeamConfig read(boolean privateHome) {
        folders.chain().forEach(this::ofFolder);
        List<String> codexSettings = new ArrayList<>(List.of(InstructionSettings.NOT_BY_CODEX));
        codexSettings.addAll(CheckoutSkills.without(folders, List.of(".codex/skills")));
        if (!CheckoutSkills.stayWithin(folders, ".agents/skills", files)) {
            codexSettings.add(CheckoutSkills.NONE_AT_ALL);
            warnings.add("The repository has too many files below .agents/skills; the agent is told of no skill.");
        }
        String text = told.toString(StandardCharsets.UTF_8);
        boolean any = !text.isBlank();
        return new TeamConfig(
                new TrustFacts.TeamConfig(WireName.dashed(TeamConfigMode.OFF), Optional.empty(), read),
                codexSettings,
                Optional.empty(),
                any && privateHome ? Map.of("AGENTS.md", text) : Map.of(),
                any && !privateHome ? Optional.of(beforePrompt(text)) : Optional.empty(),
                warnings);
    }

    private void ofFolder(Path folder) {
        List<String> names = new ArrayList<>(NAMES);
        names.addAll(settings.fallbackNames());
        List<Path> present = new ArrayList<>();
        for (String name : names) {
            Path file = folder.resolve(name);
            files.plain(file).ifPresent(plain -> present.add(file));
        }
        present.stream().findFirst().ifPresent(this::take);
    }

    private void take(Path file) {
        String name = folders.inRepository(file);
        try (InputStream in = Files.newInputStream(files.within(file), LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(LARGEST_BYTES + 1);
            if (content.length > LARGEST_BYTES) {
                warnings.add(name + " is too large for the report to show its digest.");
            } else {
                read.add(new TrustFacts.HashedFile(name, Digests.sha256(content)));
            }
            append(name, content);
        } catch (IOException unreadable) {
            warnings.add(name + " could not be read, so that it is none of the agent's instructions.");
        }
    }

    /** As codex does it: the folders' files one after the other, up to so many bytes in all. */
    private void append(String name, byte[] content) {
        int left = settings.maxBytes() - told.size();
        if (left > 0 && told.size() > 0) {
            told.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        }
        told.write(content, 0, Math.max(0, Math.min(left, content.length)));
        if (content.length > left) {
            warnings.add(name + " is cut: of all instructions the agent gets " + settings.maxBytes()
                    + " bytes (project_doc_max_bytes).");
        }
    }

    /** In codex's own form. */
    private String beforePrompt(String text) {
        Path workingFolder = folders.chain().get(folders.chain().size() - 1);
        return "# AGENTS.md instructions for " + workingFolder + "\n\n<INSTRUCTIONS>\n" + text.strip()
                + "\n</INSTRUCTIONS>\n\n";
    }
}
