package dev.codexrunner.secret;

/**
 * Lets through what may be text of a secret, which spares most of the reading where decoded bytes are an image or chance.
 * Where no secret has a byte above 127, such a byte ends what came before it, unless it may belong to a character that
 * nobody sees, see {@link InvisibleFilter}; stretches between two such ends that are too short for a secret go unread.
 */
final class TextGate implements ByteSink {

    private static final int SHORTEST = SecretParts.SHORTEST;
    private static final int ASCII = 0x80;
    private static final int LEAD = 0xc0;

    private final ByteSink next;
    private final int[] values = new int[SHORTEST];
    private final long[] starts = new long[SHORTEST];
    private final long[] ends = new long[SHORTEST];
    private int length;
    private int before;

    TextGate(ByteSink next) {
        this.next = next;
    }

    @Override
    public void put(int value, long start, long end) {
        if (value >= ASCII && !mayBeInvisible(before, value)) {
            cut();
            return;
        }
        before = value;
        if (length == SHORTEST) {
            next.put(value, start, end);
            return;
        }
        values[length] = value;
        starts[length] = start;
        ends[length] = end;
        if (++length == SHORTEST) {
            for (int i = 0; i < SHORTEST; i++) {
                next.put(values[i], starts[i], ends[i]);
            }
        }
    }

    /** Whether the byte may stand within the UTF-8 of one of the {@link InvisibleCharacters}. */
    private static boolean mayBeInvisible(int before, int value) {
        return switch (value) {
            case 0xc2, 0xcd, 0xd8, 0xdb, 0xdc, 0xe0, 0xe1, 0xe2, 0xe3, 0xef, 0xf0, 0xf3 -> true;
            default -> value < LEAD && before >= ASCII;
        };
    }

    @Override
    public void cut() {
        if (length == SHORTEST) {
            next.cut();
        }
        length = 0;
        before = 0;
    }

    @Override
    public long undecidedFrom(long position) {
        if (length == SHORTEST) {
            return next.undecidedFrom(position);
        }
        return length == 0 ? position : starts[0];
    }
}
