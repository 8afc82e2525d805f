package dev.codexrunner.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a run must not change unless that is allowed by name: files that a later step runs with the pipeline's own
 * rights although nobody named them. The one list; docs/policy.md shows it, ADR 7 tells why a file is on it or not.
 */
public final class GatedPaths {

    private static final List<GatedPath> ALL = List.of(
            new GatedPath("**/.github/**", "GitHub: workflows, actions, CODEOWNERS, dependabot"),
            new GatedPath("**/action.{yml,yaml}", "GitHub: a local action that a workflow uses"),
            new GatedPath("**/Jenkinsfile*", "Jenkins"),
            new GatedPath("**/*.jenkinsfile", "Jenkins"),
            new GatedPath("**/.gitlab-ci.{yml,yaml}", "GitLab CI"),
            new GatedPath("**/.gitlab/**", "GitLab CI, by include"),
            new GatedPath("**/.circleci/**", "CircleCI"),
            new GatedPath("**/azure-pipelines*.{yml,yaml}", "Azure Pipelines"),
            new GatedPath("**/.azure-pipelines/**", "Azure Pipelines"),
            new GatedPath("**/bitbucket-pipelines.{yml,yaml}", "Bitbucket Pipelines"),
            new GatedPath("**/.buildkite/**", "Buildkite"),
            new GatedPath("**/.{drone,travis,appveyor,cirrus,woodpecker}.{yml,yaml}", "other CI systems"),
            new GatedPath("**/.{woodpecker,teamcity,tekton}/**", "other CI systems"),
            new GatedPath("**/cloudbuild.{yml,yaml,json}", "Google Cloud Build"),
            new GatedPath("**/buildspec.{yml,yaml}", "AWS CodeBuild"),
            new GatedPath("**/{GNU,}Makefile", "make"),
            new GatedPath("**/*.mk", "make"),
            new GatedPath("**/{justfile,.justfile,Taskfile.yml,Taskfile.yaml}", "just, task"),
            new GatedPath("**/pom.xml", "Maven"),
            new GatedPath("**/mvnw*", "the Maven wrapper"),
            new GatedPath("**/.mvn/**", "Maven: options, extensions, the wrapper"),
            new GatedPath("**/*.gradle{,.kts}", "Gradle"),
            new GatedPath("**/gradle.properties", "Gradle: JVM options"),
            new GatedPath("**/gradlew*", "the Gradle wrapper"),
            new GatedPath("**/gradle/wrapper/**", "the Gradle wrapper"),
            new GatedPath("**/buildSrc/**", "Gradle: code of the build itself"),
            new GatedPath("**/build.xml", "Ant"),
            new GatedPath("**/{build.sbt,project/*.sbt}", "sbt"),
            new GatedPath("**/package.json", "npm, yarn, pnpm: scripts"),
            new GatedPath("**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs}", "npm, yarn, pnpm: registries, hooks"),
            new GatedPath("**/.yarn/{releases,plugins}/**", "yarn: the program itself"),
            new GatedPath(
                    "**/{setup.py,setup.cfg,pyproject.toml,tox.ini,noxfile.py,conftest.py}", "Python: builds, tests"),
            new GatedPath("**/{pip.conf,.pypirc}", "Python: package indexes"),
            new GatedPath("**/{build.rs,Cargo.toml,.cargo/**}", "cargo"),
            new GatedPath("**/{Rakefile,Gemfile,*.gemspec}", "Ruby: builds, gems"),
            new GatedPath("**/{CMakeLists.txt,*.cmake,configure,configure.ac,meson.build}", "C and C++ builds"),
            new GatedPath("**/{WORKSPACE,WORKSPACE.bazel,MODULE.bazel,BUILD,BUILD.bazel,*.bzl,.bazelrc}", "Bazel"),
            new GatedPath("**/{Dockerfile*,*.dockerfile,Containerfile*,docker-bake.*}", "image builds"),
            new GatedPath("**/{docker-compose*,compose}.{yml,yaml}", "docker compose"),
            new GatedPath(
                    "**/{*.csproj,*.fsproj,*.vbproj,*.sln,*.slnx,*.props,*.targets,nuget.config}", "MSBuild, NuGet"),
            new GatedPath("**/composer.json", "PHP: scripts"),
            new GatedPath("**/.pre-commit-config.{yml,yaml}", "pre-commit"),
            new GatedPath(
                    "**/{.husky/**,lefthook.yml,lefthook.yaml,.lefthook.yml,.lefthook.yaml}",
                    "husky, lefthook: git hooks"),
            new GatedPath(
                    "**/{.envrc,.tool-versions,.mise.toml,mise.toml}", "direnv, asdf, mise: environment and tools"),
            new GatedPath("**/{.vscode,.idea,.devcontainer}/**", "editors: tasks that start by themselves"),
            new GatedPath("**/.git/**", "git: hooks, configuration, filters, branches"),
            new GatedPath("**/{.gitmodules,.gitattributes}", "git: submodules, filters"),
            new GatedPath("**/{.codex,.agents}/**", "codex: configuration, skills"),
            new GatedPath("**/{AGENTS.md,AGENTS.override.md,CLAUDE.md,GEMINI.md}", "coding agents: their orders"),
            new GatedPath("**/{.claude,.cursor,.gemini}/**", "coding agents: their orders"),
            new GatedPath("**/.{cursorrules,windsurfrules,mcp.json}", "coding agents: their orders"));

    private static final Map<GatedPath, PathGlob> GLOBS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(path -> path, path -> PathGlob.inAnyCase(path.glob())));

    /** What {@link PathGlob} makes of the {@code **}{@code /} that each glob begins with. */
    private static final String ANYWHERE = PathGlob.regex("**/");

    /** All in one, since nearly every file of a repository is asked about and none of the globs means it. */
    private static final Pattern ANY = Pattern.compile(
            ANYWHERE
                    + ALL.stream()
                            .map(gated -> PathGlob.regex(gated.glob()).substring(ANYWHERE.length()))
                            .collect(Collectors.joining("|", "(?:", ")")),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private GatedPaths() {}

    public static List<GatedPath> all() {
        return ALL;
    }

    /**
     * What makes this path a gated one; empty where nothing does.
     *
     * @param path below the repository's top, with {@code /} between its names
     */
    public static Optional<GatedPath> of(String path) {
        return !ANY.matcher(path).matches()
                ? Optional.empty()
                : ALL.stream()
                        .filter(gated ->
                                GLOBS.getOrDefault(gated, PathGlob.of("")).matches(path))
                        .findFirst();
    }
}
