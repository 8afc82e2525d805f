package dev.codexrunner.jenkins.whole;

/** Configurations of jobs. */
final class Jobs {

    private Jobs() {}

    static String pipeline(String script) {
        return """
                <?xml version="1.1" encoding="UTF-8"?>
                <flow-definition plugin="workflow-job">
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition" plugin="workflow-cps">
                    <script>%s</script>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(escaped(script));
    }

    /** Of a Jenkinsfile at the top of that branch. */
    static String pipelineOf(Repository repository, String branch) {
        return """
                <?xml version="1.1" encoding="UTF-8"?>
                <flow-definition plugin="workflow-job">
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition" plugin="workflow-cps">
                    <scm class="hudson.plugins.git.GitSCM" plugin="git">
                      <configVersion>2</configVersion>
                      <userRemoteConfigs><hudson.plugins.git.UserRemoteConfig><url>%s</url></hudson.plugins.git.UserRemoteConfig></userRemoteConfigs>
                      <branches><hudson.plugins.git.BranchSpec><name>*/%s</name></hudson.plugins.git.BranchSpec></branches>
                    </scm>
                    <scriptPath>Jenkinsfile</scriptPath>
                    <lightweight>true</lightweight>
                  </definition>
                </flow-definition>
                """.formatted(repository.url(), branch);
    }

    /** Of every branch's Jenkinsfile, by the branch source of the plugin git. */
    static String multibranch(Repository repository) {
        return """
                <?xml version="1.1" encoding="UTF-8"?>
                <org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject plugin="workflow-multibranch">
                  <sources class="jenkins.branch.MultiBranchProject$BranchSourceList" plugin="branch-api">
                    <data><jenkins.branch.BranchSource><source class="jenkins.plugins.git.GitSCMSource" plugin="git">
                      <id>origin</id>
                      <remote>%s</remote>
                      <traits><jenkins.plugins.git.traits.BranchDiscoveryTrait/></traits>
                    </source></jenkins.branch.BranchSource></data>
                    <owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/>
                  </sources>
                  <factory class="org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory">
                    <owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/>
                    <scriptPath>Jenkinsfile</scriptPath>
                  </factory>
                </org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>
                """.formatted(repository.url());
    }

    /** @param builders as XML */
    static String freestyle(String builders) {
        return """
                <?xml version="1.1" encoding="UTF-8"?>
                <project>
                  <assignedNode>linux</assignedNode>
                  <canRoam>false</canRoam>
                  <builders>%s</builders>
                </project>
                """.formatted(builders);
    }

    static String shell(String command) {
        return "<hudson.tasks.Shell><command>" + escaped(command) + "</command></hudson.tasks.Shell>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A Groovy text that stands for itself. */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
