package dev.codexrunner.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Breaks recorded streams in seeded ways. Lines are held as ISO 8859-1, so that one character is one byte and any byte
 * can come anywhere, also into the middle of a character of several bytes.
 */
public final class StreamMutations {

    private static final List<String> WRONG_VALUES = List.of(
            "null", "true", "[]", "{}", "\"\"", "-1", "1.5", "1e400", "9".repeat(40), "[[{}]]", "\"item_0\"", "01");
    private static final List<String> INTRUDERS = List.of(
            bytes("\u2028"),
            bytes("\u0000"),
            bytes("\uFEFF"),
            bytes("\u0085"),
            "\r",
            "\r\n",
            "\n",
            "\u001b[2K",
            "\\ud800",
            "\\udc00\\ud800",
            "\\u0000",
            "\u00ff\u00fe",
            "\u00c0\u00af",
            "\u00ed\u00a0\u0080",
            "\u00f4\u0090\u0080\u0080",
            "\"",
            "\\",
            "}",
            "::error::",
            bytes("\uD83D\uDE00"));
    private static final List<String> TYPES = List.of(
            "thread.started",
            "turn.started",
            "turn.failed",
            "turn.paused",
            "error",
            "item.started",
            "item.updated",
            "item.completed",
            "agent_message",
            "command_execution",
            "file_change",
            "web_search",
            "todo_list",
            "");

    private final Random random;
    private long mutatedEvents;

    public StreamMutations(long seed) {
        random = new Random(seed);
    }

    /** How many lines were changed so far, the dropped, repeated and moved ones not counted. */
    public long mutatedEvents() {
        return mutatedEvents;
    }

    /** The stream with about every second line changed, and sometimes more: dropped, repeated, shuffled, cut. */
    public byte[] broken(byte[] stream) {
        List<String> lines = new ArrayList<>(List.of(new String(stream, ISO_8859_1).split("\n")));
        for (int at = 0; at < lines.size(); at++) {
            if (random.nextBoolean()) {
                String line = lines.get(at);
                String changed = changed(line, lines);
                mutatedEvents += changed.equals(line) ? 0 : 1;
                lines.set(at, changed);
            }
        }
        switch (random.nextInt(12)) {
            case 0 -> Collections.shuffle(lines, random);
            case 1 -> lines.remove(random.nextInt(lines.size()));
            case 2 -> lines.add(random.nextInt(lines.size() + 1), lines.get(random.nextInt(lines.size())));
            case 3 -> lines.add("");
            default -> {}
        }
        byte[] bytes = (String.join("\n", lines) + (random.nextBoolean() ? "\n" : "")).getBytes(ISO_8859_1);
        return random.nextInt(12) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private String changed(String line, List<String> others) {
        int at = random.nextInt(line.length() + 1);
        return switch (random.nextInt(14)) {
            case 0, 1 -> flipped(line);
            case 2 -> line.substring(0, at);
            case 3 -> line.substring(0, at) + any(INTRUDERS) + line.substring(at);
            case 4, 5 -> wrongValue(line);
            case 6 -> line.replaceFirst("\\{", "{\"type\":\"" + any(TYPES) + "\",");
            case 7 -> line.replaceFirst("\"type\":\"[a-z._]*\"", "\"type\":\"" + any(TYPES) + "\"");
            case 8 -> "{\"type\":\"item.completed\",\"item\":" + "[".repeat(random.nextInt(400)) + line + "}";
            case 9 -> line.replaceFirst("[0-9]+", "9".repeat(1 + random.nextInt(1_200)));
            case 10 -> line.replaceFirst("\":\"", "\":\"" + "x".repeat(random.nextInt(4_000)));
            case 11 -> line.substring(0, at) + any(others) + line.substring(at);
            case 12 -> random.nextInt(20) == 0 ? zipped(line) : bytes("\uFEFF") + line + "\r";
            default -> at == 0 ? "" : line.substring(0, at - 1) + line.substring(at);
        };
    }

    private String flipped(String line) {
        StringBuilder copy = new StringBuilder(line);
        for (int flips = 1 + random.nextInt(4); flips > 0 && !copy.isEmpty(); flips--) {
            int at = random.nextInt(copy.length());
            copy.setCharAt(at, (char) (copy.charAt(at) ^ (1 << random.nextInt(8))));
        }
        return copy.toString();
    }

    /** Another value for one of the fields, whatever stood there. */
    private String wrongValue(String line) {
        int colon = line.indexOf("\":", random.nextInt(line.length() + 1));
        if (colon < 0) {
            return line;
        }
        int end = colon + 2;
        boolean text = end < line.length() && line.charAt(end) == '"';
        end = line.indexOf(text ? "\"" : ",", text ? end + 1 : end);
        return end < 0 ? line : line.substring(0, colon + 2) + any(WRONG_VALUES) + line.substring(text ? end + 1 : end);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String zipped(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(line.getBytes(ISO_8859_1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(ISO_8859_1);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
