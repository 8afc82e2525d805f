package dev.codexrunner.jenkins.whole;

import java.time.Duration;

/** A multibranch Pipeline of the stand-in's repository: its branches, its own changes and those of forks. */
final class Multibranch {

    private static final String CLASS = "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject";
    private static final Duration INDEXING = Duration.ofMinutes(2);

    private static final String OWN = """
            <org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait>
              <strategyId>1</strategyId>
            </org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait>
            <org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait>
              <strategyId>2</strategyId>
            </org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait>
            """;

    private final Scene scene;
    private final String name;

    private Multibranch(Scene scene, String name) {
        this.scene = scene;
        this.name = name;
    }

    /**
     * Creates it and has it look for branches, all of which it builds then.
     *
     * @param api address of the REST interface
     * @param script where a branch has its Pipeline
     * @param trust the branch source's name for whose Pipelines it takes from a fork, such as {@code Nobody}
     * @param forksOnly whether it leaves out branches and the repository's own changes
     */
    static Multibranch create(Scene scene, String name, String api, String script, String trust, boolean forksOnly)
            throws Exception {
        scene.rest().create(name, configuration(api, script, trust, forksOnly ? "" : OWN));
        Multibranch created = new Multibranch(scene, name);
        scene.rest().post("job/" + name + "/build?delay=0");
        Waiting.untilTrue("The index of " + name, INDEXING, () -> {
            var log = scene.rest().answer("job/" + name + "/indexing/consoleText");
            return log.statusCode() == 200 && log.body().contains("Finished: ");
        });
        scene.figures().keep("consoles", name + ".txt", scene.rest().get("job/" + name + "/indexing/consoleText"));
        return created;
    }

    Build build(String branch, int number) {
        return scene.build(path(branch), number);
    }

    /** Has a branch built once more. */
    Build again(String branch, int number) throws Exception {
        scene.rest().post("job/" + path(branch) + "/build?delay=0");
        return build(branch, number);
    }

    private String path(String branch) {
        return name + "/job/" + branch;
    }

    private static String configuration(String api, String script, String trust, String own) {
        return """
                <?xml version="1.1" encoding="UTF-8"?>
                <%1$s>
                  <sources class="jenkins.branch.MultiBranchProject$BranchSourceList">
                    <data>
                      <jenkins.branch.BranchSource>
                        <source class="org.jenkinsci.plugins.github_branch_source.GitHubSCMSource">
                          <id>source</id>
                          <apiUri>%2$s</apiUri>
                          <repoOwner>%3$s</repoOwner>
                          <repository>%4$s</repository>
                          <traits>
                            %7$s
                            <org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait>
                              <strategyId>2</strategyId>
                              <trust class="org.jenkinsci.plugins.github_branch_source.ForkPullRequestDiscoveryTrait$Trust%5$s"/>
                            </org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait>
                          </traits>
                        </source>
                        <strategy class="jenkins.branch.DefaultBranchPropertyStrategy">
                          <properties class="empty-list"/>
                        </strategy>
                      </jenkins.branch.BranchSource>
                    </data>
                    <owner class="%1$s" reference="../.."/>
                  </sources>
                  <factory class="org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory">
                    <owner class="%1$s" reference="../.."/>
                    <scriptPath>%6$s</scriptPath>
                  </factory>
                </%1$s>
                """.formatted(CLASS, api, GitHubStandIn.OWNER, GitHubStandIn.NAME, trust, script, own);
    }
}
