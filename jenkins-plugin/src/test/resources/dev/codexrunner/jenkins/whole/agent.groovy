// A Jenkins and its agent, before the plugin is there. @NAME@ is replaced by the test.
import hudson.slaves.DumbSlave
import hudson.slaves.EnvironmentVariablesNodeProperty
import hudson.slaves.JNLPLauncher
import jenkins.model.Jenkins

def jenkins = Jenkins.get()
jenkins.numExecutors = 1
def agent = new DumbSlave('agent', '@AGENT@', new JNLPLauncher())
agent.numExecutors = 60
agent.labelString = 'codex linux'
agent.nodeProperties.add(new EnvironmentVariablesNodeProperty(new EnvironmentVariablesNodeProperty.Entry('RUNNER_JAR', '@JAR@')))
jenkins.addNode(agent)
jenkins.getExtensionList(jenkins.model.GlobalConfiguration).each { if (it.class.simpleName == 'CspConfiguration') it.enforce = true }
jenkins.model.JenkinsLocationConfiguration.get().url = '@URL@'
jenkins.save()
println jenkins.getComputer('agent').jnlpMac
