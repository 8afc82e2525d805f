package dev.codexrunner.transport;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** One entry of {@code NO_PROXY}. */
sealed interface NoProxyRule {

    boolean covers(URI target);

    /** {@code *}. */
    record Everything() implements NoProxyRule {
        @Override
        public boolean covers(URI target) {
            return true;
        }
    }

    /** A name, which covers its subdomains, at any port or one. */
    record Domain(String name, OptionalInt port) implements NoProxyRule {
        @Override
        public boolean covers(URI target) {
            String host = hostOf(target);
            return (host.equals(name) || host.endsWith("." + name)) && portFits(port, target);
        }
    }

    /** An address or a CIDR block, at any port or one. A name is not resolved to find out whether it lies within. */
    record Block(AddressBlock block, OptionalInt port) implements NoProxyRule {
        @Override
        public boolean covers(URI target) {
            return AddressBlock.parse(hostOf(target)).filter(block::contains).isPresent() && portFits(port, target);
        }
    }

    static NoProxyRule parse(String entry) {
        if (entry.equals("*")) {
            return new Everything();
        }
        Optional<AddressBlock> whole = AddressBlock.parse(entry);
        if (whole.isPresent()) {
            return new Block(whole.get(), OptionalInt.empty());
        }
        int colon = entry.lastIndexOf(':');
        OptionalInt port = colon < 0 ? OptionalInt.empty() : port(entry.substring(colon + 1));
        String host = port.isPresent() ? entry.substring(0, colon) : entry;
        Optional<AddressBlock> block = AddressBlock.parse(host);
        return block.isPresent() ? new Block(block.get(), port) : new Domain(domain(host), port);
    }

    /** {@code .example.com}, {@code *.example.com} and {@code example.com} mean the same. */
    private static String domain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        name = name.startsWith("*.") ? name.substring(2) : name;
        name = name.startsWith(".") ? name.substring(1) : name;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static OptionalInt port(String text) {
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static boolean portFits(OptionalInt port, URI target) {
        return port.isEmpty() || port.getAsInt() == TargetAddress.port(target);
    }

    private static String hostOf(URI target) {
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
