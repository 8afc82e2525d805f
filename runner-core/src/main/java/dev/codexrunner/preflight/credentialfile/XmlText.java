package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Elements of XML with the text directly in them, in linear time and whatever is broken: no parser reads half a file, but
 * the agent does. What a comment holds counts, too.
 */
final class XmlText {

    /** Where more are open, nobody closed them; the innermost is taken for closed. */
    private static final int DEEPEST = 32;

    private static final String CDATA = "<![CDATA[";

    /**
     * @param path names in lower case, from the outermost element to this one
     * @param written its text as it stands there
     * @param meant without entities
     */
    record Element(List<String> path, String written, String meant) {

        @Override
        public String toString() {
            return "Element[" + String.join("/", path) + "]";
        }
    }

    private record Open(String name, StringBuilder written, StringBuilder meant) {}

    private final Set<String> names;
    private final List<Element> elements = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    private XmlText(Set<String> names) {
        this.names = names;
    }

    /** @param names of those that are wanted, in lower case */
    static List<Element> elements(String text, Set<String> names) {
        XmlText reading = new XmlText(names);
        int at = 0;
        while (at < text.length()) {
            at = text.charAt(at) == '<' ? reading.markup(text, at) : reading.characters(text, at);
        }
        while (!reading.open.isEmpty()) {
            reading.closeInnermost();
        }
        return List.copyOf(reading.elements);
    }

    private int characters(String text, int from) {
        int next = text.indexOf('<', from);
        int end = next < 0 ? text.length() : next;
        add(text.substring(from, end), plain(text.substring(from, end)));
        return end;
    }

    private int markup(String text, int from) {
        if (text.startsWith("<!--", from)) {
            return from + "<!--".length();
        }
        if (text.startsWith(CDATA, from)) {
            int start = from + CDATA.length();
            int end = text.indexOf("]]>", start);
            String literal = text.substring(start, end < 0 ? text.length() : end);
            add(literal, literal);
            return end < 0 ? text.length() : end + "]]>".length();
        }
        int end = from + 1;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        tag(text.substring(from + 1, end).strip());
        return end < text.length() && text.charAt(end) == '>' ? end + 1 : end;
    }

    private void tag(String tag) {
        if (tag.startsWith("/")) {
            close(name(tag.substring(1).strip()));
        } else if (!tag.startsWith("?") && !tag.startsWith("!") && !tag.isEmpty()) {
            String name = name(tag);
            if (open.size() == DEEPEST) {
                closeInnermost();
            }
            open.add(new Open(name, new StringBuilder(), new StringBuilder()));
            if (tag.endsWith("/")) {
                closeInnermost();
            }
        }
    }

    /** Up to a blank or the slash of an empty element. */
    private static String name(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) > ' ' && tag.charAt(end) != '/') {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** With those in it that nobody closed; nothing where none of that name is open. */
    private void close(String name) {
        if (open.stream().anyMatch(element -> element.name().equals(name))) {
            while (!closeInnermost().equals(name)) {
                // Another one that was left open.
            }
        }
    }

    private String closeInnermost() {
        Open last = open.get(open.size() - 1);
        if (names.contains(last.name())) {
            elements.add(new Element(
                    open.stream().map(Open::name).toList(),
                    last.written().toString().strip(),
                    last.meant().toString().strip()));
        }
        open.remove(open.size() - 1);
        return last.name();
    }

    private void add(String written, String meant) {
        if (!open.isEmpty()) {
            Open last = open.get(open.size() - 1);
            last.written().append(written);
            last.meant().append(meant);
        }
    }

    private static String plain(String written) {
        return written.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
