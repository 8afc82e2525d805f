package dev.codexrunner.config;

import dev.codexrunner.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A setting on its way to its type; the settings' own classes read as a table thanks to it. */
record SettingDraft(
        String name,
        SettingGroup group,
        String description,
        String component,
        Optional<String> shortFlag,
        Optional<String> defaultText,
        Optional<String> defaultWords) {

    private static final Pattern DASH = Pattern.compile("-(.)");

    static SettingDraft setting(String name, SettingGroup group, String description) {
        String component = DASH.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return new SettingDraft(
                name, group, description, component, Optional.empty(), Optional.empty(), Optional.empty());
    }

    SettingDraft fills(String otherComponent) {
        return new SettingDraft(name, group, description, otherComponent, shortFlag, defaultText, defaultWords);
    }

    SettingDraft orShort(String flag) {
        return new SettingDraft(name, group, description, component, Optional.of(flag), defaultText, defaultWords);
    }

    SettingDraft byDefault(String text) {
        return new SettingDraft(name, group, description, component, shortFlag, Optional.of(text), defaultWords);
    }

    /** The default in words, where it is no fixed value or needs none. */
    SettingDraft otherwise(String words) {
        return new SettingDraft(name, group, description, component, shortFlag, defaultText, Optional.of(words));
    }

    <V> Setting<V> as(ValueType<V> type) {
        return one(type, type::parse);
    }

    <V> Setting<Optional<V>> optional(ValueType<V> type) {
        return one(type, text -> Optional.of(type.parse(text)));
    }

    Setting<Integer> asInt(ValueType<Long> type) {
        return one(type, text -> type.parse(text).map(Math::toIntExact));
    }

    Setting<OptionalInt> optionalInt(ValueType<Long> type) {
        return one(type, text -> type.parse(text).map(Math::toIntExact).map(OptionalInt::of));
    }

    Setting<OptionalLong> optionalLong(ValueType<Long> type) {
        return one(type, text -> type.parse(text).map(OptionalLong::of));
    }

    <V> Setting<List<V>> listOf(ValueType<V> type) {
        return new Setting<>(this, Setting.Shape.LIST, false, type, texts -> Optional.of(parsed(type, texts)));
    }

    <V> Setting<Set<V>> setOf(ValueType<V> type) {
        return new Setting<>(
                this,
                Setting.Shape.LIST,
                false,
                type,
                texts -> Optional.of(Collections.unmodifiableSet(new LinkedHashSet<>(parsed(type, texts)))));
    }

    Setting<Boolean> asSwitch() {
        ValueType<Boolean> type = ValueTypes.bool();
        return new Setting<>(byDefault("false"), Setting.Shape.SWITCH, false, type, texts -> type.parse(texts.get(0)));
    }

    Setting<Optional<Secret>> asSecret() {
        ValueType<Secret> type = ValueTypes.secret(name);
        return new Setting<>(this, Setting.Shape.VALUE, true, type, texts -> Optional.of(type.parse(texts.get(0))));
    }

    private <T> Setting<T> one(ValueType<?> type, Function<String, Optional<T>> reader) {
        return new Setting<>(this, Setting.Shape.VALUE, false, type, texts -> reader.apply(texts.get(0)));
    }

    private static <V> List<V> parsed(ValueType<V> type, List<String> texts) {
        return texts.stream().map(type::parse).flatMap(Optional::stream).toList();
    }
}
