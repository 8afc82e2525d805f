package dev.codexrunner.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was probably meant by keys nested under another one: {@code vault:} and under it {@code addr:}. */
final class NestedKeys {

    private NestedKeys() {}

    /** Completes "Write it as ...". */
    static String flat(String outer, List<String> inner) {
        List<String> likely = inner.stream()
                .flatMap(key -> Stream.of(outer + "-" + key, key)
                        .map(SettingCatalogue::named)
                        .flatMap(Optional::stream)
                        .limit(1))
                .map(setting -> setting.name() + ": " + setting.placeholder())
                .toList();
        if (!likely.isEmpty()) {
            return likely.stream().collect(Collectors.joining(" and "));
        }
        return SettingCatalogue.named(outer)
                .map(setting -> outer + ": " + setting.placeholder())
                .orElse("KEY: VALUE");
    }
}
