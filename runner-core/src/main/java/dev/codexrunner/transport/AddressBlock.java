package dev.codexrunner.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses that share their first bits; a single address shares them all. Never asks a name server. */
final class AddressBlock {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] address;
    private final int bits;

    private AddressBlock(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Reads {@code 10.0.0.0/8}, {@code 10.1.2.3}, {@code fd00::/8}, {@code [::1]}; empty for everything else. */
    static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(host).getAddress();
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            return bits < 0 || bits > address.length * 8
                    ? Optional.empty()
                    : Optional.of(new AddressBlock(address, bits));
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(AddressBlock other) {
        if (other.address.length != address.length || other.bits < bits) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, other.address, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || ((address[whole] ^ other.address[whole]) & 0xff) >>> (8 - rest) == 0;
    }
}
