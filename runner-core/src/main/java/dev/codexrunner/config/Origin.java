package dev.codexrunner.config;

import java.nio.file.Path;

/** Where a value comes from; the order of the permitted types is their precedence. */
public sealed interface Origin {

    /** As messages name the place: {@code --timeout}, {@code variable X}, {@code codex-runner.yaml:12:5 timeout}. */
    String describe();

    /** An argument of the command line. */
    record Flag(String flag) implements Origin {
        @Override
        public String describe() {
            return flag;
        }
    }

    /** An environment variable: ours, or one of Vault's or OpenBao's own. */
    record Variable(String name) implements Origin {
        @Override
        public String describe() {
            return "variable " + name;
        }

        /** Whether it is one of ours, given on purpose for this program. */
        public boolean ours() {
            return name.startsWith(Setting.VARIABLE_PREFIX);
        }
    }

    /** A key of the configuration file; line and column count from 1. */
    record FileKey(Path file, int line, int column, String key) implements Origin {
        @Override
        public String describe() {
            return file + ":" + line + ":" + column + " " + key;
        }
    }

    /** Nobody said anything. */
    record Default() implements Origin {
        @Override
        public String describe() {
            return "default";
        }
    }
}
