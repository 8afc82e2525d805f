package dev.codexrunner.jenkins.result;

/**
 * Something that was asked for beyond a completed turn.
 *
 * @param status passed, failed or skipped
 * @param detail what was found wrong; empty where it passed
 */
public record CheckView(String name, String status, String detail) {}
