package dev.codexrunner.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command; it registers in {@link Commands}. */
interface Command {

    /** Name, options and help. Built by hand: picocli's annotations would cost each start their reflection. */
    CommandSpec spec();

    /** Does it and returns the exit code. */
    int run(ParseResult arguments, Surroundings surroundings);
}
