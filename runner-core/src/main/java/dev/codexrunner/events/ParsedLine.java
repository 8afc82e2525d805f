package dev.codexrunner.events;

import java.util.List;

/**
 * One line as the parser understood it, with what it did not understand.
 *
 * @param event what the line says
 * @param oddities unknown fields ({@code item.colour}) and fields of the wrong type ({@code item.text is a number}), at
 *     most {@link EventParser#MAX_ODDITIES}
 */
public record ParsedLine(Event event, List<String> oddities) {

    public ParsedLine {
        oddities = List.copyOf(oddities);
    }

    public static ParsedLine of(Event event) {
        return new ParsedLine(event, List.of());
    }
}
