package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Markdown as somebody else's parser reads it.
 *
 * @param text that a reader sees, without tags
 * @param prose the same without code, in which nothing becomes a mention or a link
 * @param tags of HTML, as written
 * @param links targets of links and pictures
 * @param fences the languages of code blocks
 */
record RenderedMarkdown(String text, String prose, List<String> tags, List<String> links, List<String> fences) {

    static RenderedMarkdown of(String markdown) {
        Reader reader = new Reader();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown)
                .accept(reader);
        return new RenderedMarkdown(
                reader.text.toString(),
                reader.prose.toString(),
                List.copyOf(reader.tags),
                List.copyOf(reader.links),
                List.copyOf(reader.fences));
    }

    private static final class Reader extends AbstractVisitor {

        private static final Pattern TAG = Pattern.compile("<[^>]*>");
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder prose = new StringBuilder();
        private final List<String> tags = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<String> fences = new ArrayList<>();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
            prose.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            fences.add(node.getInfo());
            text.append(node.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            fences.add("");
            text.append(node.getLiteral());
        }

        @Override
        public void visit(HtmlInline node) {
            tags.add(node.getLiteral());
        }

        @Override
        public void visit(HtmlBlock node) {
            tags(node.getLiteral());
        }

        @Override
        public void visit(Image node) {
            links.add(node.getDestination());
        }

        @Override
        public void visit(Link node) {
            links.add(node.getDestination());
        }

        @Override
        public void visit(LinkReferenceDefinition node) {
            links.add(node.getDestination());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append('\n');
            prose.append('\n');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append('\n');
            prose.append('\n');
        }

        private void tags(String html) {
            Matcher tag = TAG.matcher(html);
            while (tag.find()) {
                tags.add(tag.group());
            }
            text.append(TAG.matcher(html)
                    .replaceAll("")
                    .replace("&#91;", "[")
                    .replace("&#96;", "`")
                    .replace("&#42;", "*")
                    .replace("&#95;", "_")
                    .replace("&#36;", "$")
                    .replace("&#126;", "~")
                    .replace("&#92;", "\\")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&"));
        }
    }
}
