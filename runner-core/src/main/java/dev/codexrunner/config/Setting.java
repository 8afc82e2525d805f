package dev.codexrunner.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One setting: its flag, variable and key follow from its name, so that they can't drift apart.
 *
 * @param <T> type of the record component that it fills
 */
public final class Setting<T> {

    /** Start of every variable of ours. */
    public static final String VARIABLE_PREFIX = "CODEX_RUNNER_";

    /** How a setting is given. */
    public enum Shape {
        /** Present or not; takes no value as a flag. */
        SWITCH,
        /** Takes one value. */
        VALUE,
        /** Takes any number of values, one for each time that the flag is given. */
        LIST
    }

    private final SettingDraft draft;
    private final Shape shape;
    private final boolean secret;
    private final ValueType<?> type;
    private final Function<List<String>, Optional<T>> reader;

    Setting(
            SettingDraft draft,
            Shape shape,
            boolean secret,
            ValueType<?> type,
            Function<List<String>, Optional<T>> reader) {
        this.draft = draft;
        this.shape = shape;
        this.secret = secret;
        this.type = type;
        this.reader = reader;
    }

    /** Name and key in the file, for instance {@code vault-addr}. */
    public String name() {
        return draft.name();
    }

    /** The flag, or empty for a secret: arguments can be read by every user of the machine. */
    public Optional<String> flag() {
        return secret ? Optional.empty() : Optional.of("--" + name());
    }

    /** A one-letter flag beside {@link #flag()}. */
    public Optional<String> shortFlag() {
        return draft.shortFlag();
    }

    /** The variable, for instance {@code CODEX_RUNNER_VAULT_ADDR}. */
    public String variable() {
        return VARIABLE_PREFIX + name().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Name of the component in {@link SettingGroup#recordType()} that this setting fills. */
    public String component() {
        return draft.component();
    }

    public SettingGroup group() {
        return draft.group();
    }

    /** One line for the help and the documentation. */
    public String description() {
        return draft.description();
    }

    /** What the help shows for the value. */
    public String placeholder() {
        return type.placeholder();
    }

    /** Ends the sentence "It must be ...". */
    public String expectation() {
        return type.expectation();
    }

    /** The value used when none is given; empty where that means "not set". */
    public Optional<String> defaultText() {
        return draft.defaultText();
    }

    /** The default in words, for the documentation. */
    public String defaultDescription() {
        return draft.defaultWords().or(draft::defaultText).orElse("");
    }

    public Shape shape() {
        return shape;
    }

    /** Whether the value must not appear in any text. */
    public boolean secret() {
        return secret;
    }

    /** The values that one text holds: for a list several, between line breaks or, where none can hold one, commas. */
    public List<String> split(String text) {
        return shape == Shape.LIST ? ValueTypes.split(text, type.commaSeparated()) : List.of(text);
    }

    /**
     * Reads the given texts.
     *
     * @param wrong is told each text that is no value of this setting
     * @return empty if any text is wrong
     */
    Optional<T> read(List<String> texts, Consumer<String> wrong) {
        List<String> refused = new ArrayList<>();
        for (String text : texts) {
            if (type.parse(text).isEmpty()) {
                refused.add(text);
            }
        }
        refused.forEach(wrong);
        return refused.isEmpty() ? reader.apply(texts) : Optional.empty();
    }

    @Override
    public String toString() {
        return name();
    }
}
