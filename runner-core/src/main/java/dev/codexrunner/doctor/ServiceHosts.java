package dev.codexrunner.doctor;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.identity.ServiceAddresses;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.CodexService;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where codex goes in a run: the service's own hosts, or those that settings put in their place. Pure. */
final class ServiceHosts {

    private static final String API = "https://api.openai.com";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"',}\\]]+");

    private ServiceHosts() {}

    /** Scheme, host and port of each, without duplicates. */
    static Set<URI> of(RunnerConfig config, CodexHomeSettings settings, Map<String, String> env) {
        Set<URI> hosts = new LinkedHashSet<>();
        List<String> given = config.codex().config();
        if (config.token().tokenKind() == TokenKind.API_KEY) {
            Stream.concat(last(given, "openai_base_url"), Stream.of(API))
                    .flatMap(text -> address(text).stream())
                    .findFirst()
                    .ifPresent(hosts::add);
        } else {
            ServiceAddresses service = CodexService.addresses(config.codex(), settings, env);
            Stream.concat(Stream.of(service.chatgpt(), service.keys()), confirming(service))
                    .flatMap(uri -> address(uri.toString()).stream())
                    .forEach(hosts::add);
        }
        set(given, key -> key.startsWith("model_providers"))
                .flatMap(text -> address(text).stream())
                .forEach(hosts::add);
        return hosts;
    }

    /** Which kind of access token it will be is not known yet; who moves one kind's address uses that kind. */
    private static Stream<URI> confirming(ServiceAddresses service) {
        URI own = ServiceAddresses.DEFAULT.tokenAuth();
        List<URI> both = List.of(service.agentAuth(), service.tokenAuth());
        return both.stream().allMatch(own::equals)
                ? both.stream()
                : both.stream().filter(address -> !address.equals(own));
    }

    /** The value of the {@code -c} setting with that key; the last one wins. */
    private static Stream<String> last(List<String> settings, String key) {
        return set(settings, key::equals).reduce((earlier, later) -> later).stream();
    }

    /** The values of all {@code -c} settings with such a key. */
    private static Stream<String> set(List<String> settings, Predicate<String> key) {
        return settings.stream()
                .filter(setting -> key.test(setting.split("=", 2)[0].strip()))
                .map(setting -> setting.substring(setting.indexOf('=') + 1));
    }

    private static Optional<URI> address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(matcher.group());
            return uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(URI.create(
                            uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
