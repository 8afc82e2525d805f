package dev.codexrunner.events;

/**
 * One line as it came, without its line break.
 *
 * @param text the line, invalid UTF-8 replaced by U+FFFD; only its beginning where it was too long
 * @param length of the whole line in bytes
 * @param truncated whether the line was longer than the splitter keeps
 * @param validUtf8 whether nothing had to be replaced
 */
public record StreamLine(String text, long length, boolean truncated, boolean validUtf8) {}
