package dev.codexrunner.jenkins.request;

import java.util.Optional;

/**
 * What the plugin has found out or laid out on the agent for one run. Paths are absolute and the agent's own.
 *
 * @param runName of the job for the runner, the same each time
 * @param reportDir where the runner is to write its report
 * @param codexPath of the installation, or of the path that the job named; empty for the one on PATH
 * @param caBundle a PEM file
 * @param pathsFile a rotation check's paths, one on a line
 * @param roleId of the AppRole credential
 * @param wrapped whether that credential's secret id is a wrapping token
 * @param userName of the credential, for userpass and ldap
 */
public record RunInputs(
        String runName,
        String reportDir,
        Optional<String> codexPath,
        Optional<String> caBundle,
        Optional<String> pathsFile,
        Optional<String> roleId,
        boolean wrapped,
        Optional<String> userName) {

    /**
     * Inputs without anything beyond what every run needs.
     *
     * @param job its full name, with the folders that it is in
     */
    public static RunInputs of(String job, String reportDir) {
        return new RunInputs(
                RunName.of(job),
                reportDir,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    public RunInputs withCodexPath(Optional<String> path) {
        return new RunInputs(runName, reportDir, path, caBundle, pathsFile, roleId, wrapped, userName);
    }

    public RunInputs withCaBundle(Optional<String> file) {
        return new RunInputs(runName, reportDir, codexPath, file, pathsFile, roleId, wrapped, userName);
    }

    public RunInputs withPathsFile(String file) {
        return new RunInputs(runName, reportDir, codexPath, caBundle, Optional.of(file), roleId, wrapped, userName);
    }

    public RunInputs withAppRole(String itsRoleId, boolean itsSecretIdIsWrapped) {
        return new RunInputs(
                runName,
                reportDir,
                codexPath,
                caBundle,
                pathsFile,
                Optional.of(itsRoleId),
                itsSecretIdIsWrapped,
                userName);
    }

    public RunInputs withUserName(String name) {
        return new RunInputs(runName, reportDir, codexPath, caBundle, pathsFile, roleId, wrapped, Optional.of(name));
    }
}
