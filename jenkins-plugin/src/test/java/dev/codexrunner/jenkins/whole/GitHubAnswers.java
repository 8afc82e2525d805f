package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The stand-in's JSON. Users who were given no permission may read. */
final class GitHubAnswers {

    private static final String REPOSITORY = "/repos/" + GitHubStandIn.OWNER + "/" + GitHubStandIn.NAME;
    private static final Pattern USER = Pattern.compile("/users/([a-z]+)");
    private static final Pattern PERMISSION = Pattern.compile(REPOSITORY + "/collaborators/([a-z]+)/permission");
    private static final Pattern PULL = Pattern.compile(REPOSITORY + "/pulls/([0-9]+)");
    private static final Pattern REF = Pattern.compile(REPOSITORY + "/git/refs?/(heads/.+|pull/[0-9]+/head)");
    private static final Pattern BRANCH = Pattern.compile(REPOSITORY + "/branches/(.+)");
    private static final Pattern COMMIT = Pattern.compile(REPOSITORY + "/commits/([0-9a-f]{40})");
    private static final Pattern CONTENTS = Pattern.compile(REPOSITORY + "/contents/(.*)");

    private final String url;
    private final GitRepository repository;
    private final Map<String, String> permissions = new ConcurrentHashMap<>();
    private final List<PullRequest> pullRequests = new CopyOnWriteArrayList<>();

    GitHubAnswers(String url, GitRepository repository) {
        this.url = url;
        this.repository = repository;
    }

    /** @param permission {@code write}, for one */
    void permit(String user, String permission) {
        permissions.put(user, permission);
    }

    /** Opens one whose head the repository has as {@code refs/pull/NUMBER/head}. */
    void open(PullRequest pullRequest) {
        pullRequests.add(pullRequest);
    }

    /** Empty for what isn't known here. */
    Optional<String> to(String path, String query) throws IOException, InterruptedException {
        return switch (path) {
            case "/" -> Optional.of("{\"rate_limit_url\":\"%srate_limit\"}".formatted(url));
            case "/rate_limit" -> Optional.of(rateLimit());
            case REPOSITORY -> Optional.of(repository(GitHubStandIn.OWNER));
            case REPOSITORY + "/branches" -> Optional.of(branches());
            case REPOSITORY + "/pulls" -> Optional.of(pulls());
            case REPOSITORY + "/collaborators" ->
                Optional.of(permissions.keySet().stream().map(this::user).collect(Collectors.joining(",", "[", "]")));
            default -> toOneOf(path, query);
        };
    }

    private Optional<String> toOneOf(String path, String query) throws IOException, InterruptedException {
        Matcher matcher = USER.matcher(path);
        if (matcher.matches()) {
            return Optional.of(user(matcher.group(1)));
        }
        if (matcher.usePattern(PERMISSION).matches()) {
            return Optional.of("{\"permission\":\"%s\",\"user\":%s}"
                    .formatted(permissions.getOrDefault(matcher.group(1), "read"), user(matcher.group(1))));
        }
        if (matcher.usePattern(PULL).matches()) {
            int number = Integer.parseInt(matcher.group(1));
            for (PullRequest each : pullRequests) {
                if (each.number() == number) {
                    return Optional.of(pull(each));
                }
            }
            return Optional.empty();
        }
        if (matcher.usePattern(REF).matches()) {
            return Optional.of("{\"ref\":\"refs/%s\",\"object\":{\"type\":\"commit\",\"sha\":\"%s\"}}"
                    .formatted(matcher.group(1), repository.hash("refs/" + matcher.group(1))));
        }
        if (matcher.usePattern(BRANCH).matches()) {
            return Optional.of(branch(matcher.group(1)));
        }
        if (matcher.usePattern(COMMIT).matches()) {
            return Optional.of("""
                    {"sha":"%s","parents":[],"commit":{"message":"A commit",
                    "author":{"name":"Test","email":"test@example.com","date":"2026-01-01T00:00:00Z"},
                    "committer":{"name":"Test","email":"test@example.com","date":"2026-01-01T00:00:00Z"}}}
                    """.formatted(matcher.group(1)));
        }
        return matcher.usePattern(CONTENTS).matches()
                ? contents(matcher.group(1), query.replaceAll("(^|.*&)ref=([^&]+).*", "$2"))
                : Optional.empty();
    }

    private static String rateLimit() {
        String all = "{\"limit\":5000,\"remaining\":4999,\"reset\":4102444800}";
        return "{\"resources\":{\"core\":%s,\"search\":%s,\"graphql\":%s,\"integration_manifest\":%s},\"rate\":%s}"
                .formatted(all, all, all, all, all);
    }

    private String user(String login) {
        return "{\"login\":\"%s\",\"id\":%d,\"type\":\"User\",\"name\":\"%s\",\"html_url\":\"%s%s\",\"url\":\"%susers/%s\"}"
                .formatted(login, login.hashCode() & 0xffff, login, url, login, url, login);
    }

    private String repository(String owner) {
        return """
                {"id":%d,"name":"%s","full_name":"%s/%s","owner":%s,"private":false,"fork":%s,"default_branch":"main",
                "html_url":"%s%s/%s","url":"%srepos/%s/%s","clone_url":"%s%s/%s.git"}
                """.formatted(
                        owner.hashCode() & 0xffff,
                        GitHubStandIn.NAME,
                        owner,
                        GitHubStandIn.NAME,
                        user(owner),
                        !owner.equals(GitHubStandIn.OWNER),
                        url,
                        owner,
                        GitHubStandIn.NAME,
                        url,
                        owner,
                        GitHubStandIn.NAME,
                        url,
                        owner,
                        GitHubStandIn.NAME);
    }

    private String branches() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String each : repository.branches()) {
            all.append(all.length() == 0 ? "" : ",").append(branch(each));
        }
        return "[" + all + "]";
    }

    private String branch(String name) throws IOException, InterruptedException {
        return "{\"name\":\"%s\",\"protected\":false,\"commit\":{\"sha\":\"%s\"}}"
                .formatted(name, repository.hash("refs/heads/" + name));
    }

    private String pulls() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (PullRequest each : pullRequests) {
            all.append(all.length() == 0 ? "" : ",").append(pull(each));
        }
        return "[" + all + "]";
    }

    private String pull(PullRequest pull) throws IOException, InterruptedException {
        String head = repository.hash("refs/pull/" + pull.number() + "/head");
        return """
                {"number":%d,"id":%d,"state":"open","title":"A change","body":"","html_url":"%s%s/%s/pull/%d","user":%s,
                "head":{"ref":"%s","sha":"%s","user":%s,"repo":%s},
                "base":{"ref":"main","sha":"%s","user":%s,"repo":%s}}
                """.formatted(
                        pull.number(),
                        pull.number(),
                        url,
                        GitHubStandIn.OWNER,
                        GitHubStandIn.NAME,
                        pull.number(),
                        user(pull.author()),
                        pull.branch(),
                        head,
                        user(pull.author()),
                        pull.isForkGone() ? "null" : repository(pull.author()),
                        repository.hash("refs/heads/main"),
                        user(GitHubStandIn.OWNER),
                        repository(GitHubStandIn.OWNER));
    }

    private Optional<String> contents(String path, String revision) throws IOException, InterruptedException {
        Optional<String> file = repository.file(revision, path);
        if (file.isPresent()) {
            return Optional.of(entry(path, "file")
                    .replace(
                            "}",
                            ",\"encoding\":\"base64\",\"content\":\""
                                    + Base64.getEncoder()
                                            .encodeToString(file.get().getBytes(StandardCharsets.UTF_8))
                                    + "\"}"));
        }
        List<String> folder = repository.files(revision, path.isEmpty() ? "" : path + "/");
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(folder.stream()
                        .map(each -> each.endsWith("/")
                                ? entry(each.substring(0, each.length() - 1), "dir")
                                : entry(each, "file"))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private String entry(String path, String type) {
        return "{\"type\":\"%s\",\"name\":\"%s\",\"path\":\"%s\",\"size\":1,\"sha\":\"%s\"}"
                .formatted(type, path.substring(path.lastIndexOf('/') + 1), path, "0".repeat(40));
    }

    /**
     * An open one.
     *
     * @param author whose fork it comes from, or the repository's owner
     * @param isForkGone whether he has deleted his fork
     */
    record PullRequest(int number, String author, String branch, boolean isForkGone) {}
}
