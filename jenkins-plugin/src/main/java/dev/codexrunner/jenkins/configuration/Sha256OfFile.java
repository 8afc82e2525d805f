package dev.codexrunner.jenkins.configuration;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import jenkins.MasterToSlaveFileCallable;

/** Runs on the agent; gives {@link #NONE} where there is no such file. */
final class Sha256OfFile extends MasterToSlaveFileCallable<String> {

    static final String NONE = "none";

    private static final long serialVersionUID = 1;

    @Override
    public String invoke(File file, VirtualChannel channel) throws IOException {
        if (!file.isFile()) {
            return NONE;
        }
        try (InputStream content = Files.newInputStream(file.toPath())) {
            return Sha256.of(content);
        }
    }
}
