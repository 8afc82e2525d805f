package dev.codexrunner.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.LineSplitter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Writes a journal in a JVM of its own until {@link KilledJournalTest} kills it, and says of each line that it was taken. */
final class JournalVictim {

    private JournalVictim() {}

    static String line(int number) {
        return "{\"type\":\"item.completed\",\"item\":{\"id\":\"item_" + number
                + "\",\"type\":\"agent_message\",\"text\":\"" + "x".repeat(number % 5_000) + "\"}}";
    }

    /** Arguments: the folder. */
    public static void main(String[] arguments) {
        EventJournal journal = EventJournal.open(Path.of(arguments[0]), UnaryOperator.identity(), Clock.systemUTC());
        EventParser parser = new EventParser();
        LineSplitter splitter = new LineSplitter(line -> journal.append(line, parser.read(line)));
        for (int number = 0; ; number++) {
            byte[] bytes = (line(number) + "\n").getBytes(UTF_8);
            splitter.write(bytes, 0, bytes.length);
            System.out.println(number);
        }
    }
}
