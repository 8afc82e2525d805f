// What an administrator has fixed for all runs, anew.
def configuration = jenkins.model.Jenkins.get().getDescriptor('dev.codexrunner.jenkins.configuration.CodexGlobalConfiguration')
configuration.fixedSettings = '''@FIXED@'''
println 'configured'
