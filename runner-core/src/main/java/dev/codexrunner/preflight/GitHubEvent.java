package dev.codexrunner.preflight;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub's event file tells of who is behind a run.
 *
 * @param pullRequest the pull request that it is about, if one
 * @param workflowRun the run that it follows, if one
 * @param publicRepository empty where the event doesn't say
 * @param authorAssociation how the author of the comment or issue belongs to the repository, in GitHub's words
 */
public record GitHubEvent(
        Optional<Ends> pullRequest,
        Optional<Ends> workflowRun,
        Optional<Boolean> publicRepository,
        Optional<String> authorAssociation) {

    /** GitHub cuts webhook bodies at 25 MB; what we look for stands in far smaller ones. */
    private static final int LARGEST_BYTES = 25 * 1024 * 1024;

    /** Whether each lets everybody in; another word is one that nobody here knows. */
    private static final Map<String, Boolean> VISIBILITIES =
            Map.of("public", true, "internal", false, "private", false);

    /**
     * The two repositories of a change.
     *
     * @param head where it comes from; empty where that was deleted
     * @param base where it is to go
     */
    public record Ends(Optional<String> head, Optional<String> base) {

        /** Also where the one or the other is missing: a deleted fork was a fork. */
        boolean differ() {
            return head.isEmpty() || base.isEmpty() || !head.get().equalsIgnoreCase(base.get());
        }

        String source() {
            return head.orElse("a repository that was deleted");
        }
    }

    /** Empty where the file can't be read: then nobody knows who is behind the run. */
    public static Optional<GitHubEvent> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_BYTES + 1);
            return content.length > LARGEST_BYTES
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(content))
                            .filter(JsonNode::isObject)
                            .map(GitHubEvent::of);
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static GitHubEvent of(JsonNode event) {
        JsonNode request = event.path("pull_request");
        JsonNode run = event.path("workflow_run");
        JsonNode repository = event.path("repository");
        return new GitHubEvent(
                request.isObject()
                        ? Optional.of(new Ends(name(request.at("/head/repo")), name(request.at("/base/repo"))))
                        : Optional.empty(),
                run.isObject()
                        ? Optional.of(new Ends(name(run.path("head_repository")), name(repository)))
                        : Optional.empty(),
                isPublic(repository),
                association(event));
    }

    private static Optional<String> name(JsonNode repository) {
        return repository.path("full_name").stringValueOpt().filter(name -> !name.isBlank());
    }

    private static Optional<Boolean> isPublic(JsonNode repository) {
        Optional<String> visibility = repository.path("visibility").stringValueOpt();
        return visibility.isPresent()
                ? Optional.ofNullable(VISIBILITIES.get(visibility.get().toLowerCase(Locale.ROOT)))
                : repository.path("private").booleanValueOpt().map(hidden -> !hidden);
    }

    /** Of the text that the event brings: a comment's author counts, not that of the issue below it. */
    private static Optional<String> association(JsonNode event) {
        for (String text : new String[] {"comment", "review", "discussion", "issue"}) {
            Optional<String> association =
                    event.path(text).path("author_association").stringValueOpt();
            if (association.isPresent()) {
                return association;
            }
        }
        return Optional.empty();
    }
}
