package dev.codexrunner.outcome;

import java.util.OptionalLong;

/**
 * Where and when a line of the stream was seen.
 *
 * @param line its number, from 1
 * @param atMs milliseconds since the run began; empty where the stream came without times
 */
record Moment(long line, OptionalLong atMs) {}
