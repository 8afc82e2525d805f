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
