package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Ways to write a text down, made without the code under test. Each gives bytes that hold all of the text. */
enum Encodings {
    LITERAL {
        @Override
        String of(String text, RandomGenerator random) {
            return text;
        }
    },
    JSON {
        @Override
        String of(String text, RandomGenerator random) {
            return json(text, random, 0.1);
        }
    },
    JSON_UNICODE {
        @Override
        String of(String text, RandomGenerator random) {
            return json(text, random, 1);
        }
    },
    JSON_TWICE {
        @Override
        String of(String text, RandomGenerator random) {
            return json(json(text, random, 0.2), random, 0.05);
        }
    },
    JSON_THRICE {
        @Override
        String of(String text, RandomGenerator random) {
            return json(json(json(text, random, 0.2), random, 0), random, 0);
        }
    },
    PERCENT {
        @Override
        String of(String text, RandomGenerator random) {
            return perByte(text, "%%%02X", "%%%02x", random);
        }
    },
    FORM {
        @Override
        String of(String text, RandomGenerator random) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    },
    BACKSLASH_X {
        @Override
        String of(String text, RandomGenerator random) {
            return perByte(text, "\\x%02X", "\\x%02x", random);
        }
    },
    ENTITIES {
        @Override
        String of(String text, RandomGenerator random) {
            StringBuilder written = new StringBuilder();
            text.codePoints().forEach(c -> written.append(String.format(entity(c, random), c)));
            return written.toString();
        }
    },
    SINGLE_QUOTES {
        @Override
        String of(String text, RandomGenerator random) {
            return text.replace("'", "'\\''");
        }
    },
    DOUBLE_QUOTES {
        @Override
        String of(String text, RandomGenerator random) {
            return text.replaceAll("([\\\\\"$`])", "\\\\$1");
        }
    },
    POWERSHELL {
        @Override
        String of(String text, RandomGenerator random) {
            return text.replaceAll("([\"$`])", "`$1");
        }
    },
    POWERSHELL_DOUBLED {
        @Override
        String of(String text, RandomGenerator random) {
            return text.replace("'", "''");
        }
    },
    BASE64 {
        @Override
        String of(String text, RandomGenerator random) {
            return base64(text, random, Base64.getEncoder());
        }
    },
    BASE64_URL {
        @Override
        String of(String text, RandomGenerator random) {
            return base64(text, random, Base64.getUrlEncoder().withoutPadding());
        }
    },
    BASE64_WRAPPED {
        @Override
        String of(String text, RandomGenerator random) {
            return base64(text, random, Base64.getMimeEncoder(random.nextBoolean() ? 64 : 76, new byte[] {'\n'}));
        }
    },
    BASE64_TWICE {
        @Override
        String of(String text, RandomGenerator random) {
            return base64(base64(text, random, Base64.getEncoder()), random, Base64.getEncoder());
        }
    },
    BASE64_OF_JSON {
        @Override
        String of(String text, RandomGenerator random) {
            return base64(json(text, random, 0.2), random, Base64.getEncoder());
        }
    },
    BASE64_OF_UTF16 {
        @Override
        String of(String text, RandomGenerator random) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
        }
    },
    HEX {
        @Override
        String of(String text, RandomGenerator random) {
            String[] between = {"", " ", ":", ", 0x", "-", "  "};
            return numbers(
                    text, random.nextBoolean() ? "%02x" : "%02X", between[random.nextInt(between.length)], false);
        }
    },
    HEX_DUMP {
        @Override
        String of(String text, RandomGenerator random) {
            return Dumps.canonical(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    XXD {
        @Override
        String of(String text, RandomGenerator random) {
            return Dumps.xxd(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    OCTAL_DUMP {
        @Override
        String of(String text, RandomGenerator random) {
            return Dumps.octal(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    JAVA_BYTES {
        @Override
        String of(String text, RandomGenerator random) {
            return "[" + numbers(text, "%d", ", ", true) + "]";
        }
    },
    PYTHON_BYTES {
        @Override
        String of(String text, RandomGenerator random) {
            return "[" + numbers(text, "%d", random.nextBoolean() ? "," : ", ", false) + "]";
        }
    },
    FOLDED {
        @Override
        String of(String text, RandomGenerator random) {
            int width = 5 + random.nextInt(20);
            return text.replaceAll("(.{" + width + "})", "$1\n");
        }
    },
    COLOURED {
        @Override
        String of(String text, RandomGenerator random) {
            return between(text, random, "\u001b[01;31m", "\u001b[K", "\\u001b[0m");
        }
    },
    FORMAT_CHARACTERS {
        @Override
        String of(String text, RandomGenerator random) {
            return between(text, random, "\u200b", "\u00ad", "\ufeff");
        }
    },
    UTF16 {
        @Override
        String of(String text, RandomGenerator random) {
            StringBuilder written = new StringBuilder();
            text.chars().forEach(c -> written.append((char) c).append('\0'));
            return written.toString();
        }
    };

    abstract String of(String text, RandomGenerator random);

    private static String json(String text, RandomGenerator random, double unicode) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || random.nextDouble() < unicode) {
                written.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
            } else if (c == '"' || c == '\\' || (c == '/' && random.nextBoolean())) {
                written.append('\\').append(c);
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    private static String perByte(String text, String upper, String lower, RandomGenerator random) {
        double share = random.nextDouble();
        StringBuilder written = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > ' ' && "%\\+&".indexOf(each) < 0;
            String format = random.nextBoolean() ? upper : lower;
            written.append(
                    plain && random.nextDouble() > share
                            ? String.valueOf((char) each)
                            : String.format(format, each & 0xff));
        }
        return written.toString();
    }

    private static String entity(int c, RandomGenerator random) {
        boolean must = "&<>\"'".indexOf(c) >= 0;
        return switch (must || random.nextInt(4) == 0 ? random.nextInt(3) : 3) {
            case 0 -> "&#%d;";
            case 1 -> "&#x%x;";
            case 2 -> "&#X%X;";
            default -> "%c";
        };
    }

    private static String base64(String text, RandomGenerator random, Base64.Encoder encoder) {
        String padded = "abc".substring(0, random.nextInt(3)) + text + "xyz".substring(0, random.nextInt(3));
        return encoder.encodeToString(padded.getBytes(StandardCharsets.UTF_8));
    }

    private static String numbers(String text, String format, String between, boolean signed) {
        StringBuilder written = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            written.append(written.length() == 0 ? "" : between)
                    .append(String.format(Locale.ROOT, format, signed ? each : each & 0xff));
        }
        return written.toString();
    }

    private static String between(String text, RandomGenerator random, String... insertions) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> {
            written.appendCodePoint(c);
            if (random.nextInt(3) == 0) {
                written.append(insertions[random.nextInt(insertions.length)]);
            }
        });
        return written.toString();
    }

    /** What the tools print that show a file byte by byte. */
    private static final class Dumps {

        private static final int LINE = 16;

        static String canonical(byte[] bytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int line = 0; line < bytes.length; line += LINE) {
                StringBuilder text = new StringBuilder(String.format("%08x", line));
                for (int i = line; i < line + LINE; i++) {
                    text.append(i % 8 == 0 ? "  " : " ")
                            .append(i < bytes.length ? String.format("%02x", bytes[i]) : "  ");
                }
                out.writeBytes(text.append("  |")
                        .append(margin(bytes, line))
                        .append("|\n")
                        .toString()
                        .getBytes(StandardCharsets.US_ASCII));
            }
            return out.toString(StandardCharsets.US_ASCII);
        }

        static String xxd(byte[] bytes) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < bytes.length; line += LINE) {
                text.append(String.format("%08x:", line));
                for (int i = line; i < line + LINE; i++) {
                    text.append(i % 2 == 0 ? " " : "")
                            .append(i < bytes.length ? String.format("%02x", bytes[i]) : "  ");
                }
                text.append("  ").append(margin(bytes, line)).append('\n');
            }
            return text.toString();
        }

        static String octal(byte[] bytes) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < bytes.length; line += LINE) {
                text.append(String.format("%07o", line));
                for (int i = line; i < Math.min(bytes.length, line + LINE); i++) {
                    text.append(String.format(" %03o", bytes[i] & 0xff));
                }
                text.append('\n');
            }
            return text.append(String.format("%07o%n", bytes.length)).toString();
        }

        private static String margin(byte[] bytes, int line) {
            StringBuilder text = new StringBuilder();
            for (int i = line; i < Math.min(bytes.length, line + LINE); i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            return text.toString();
        }
    }
}
