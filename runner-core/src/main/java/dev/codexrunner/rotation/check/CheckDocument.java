package dev.codexrunner.rotation.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a check found, after {@code contract/rotation-check.schema.json}: redacted, and each text harmless on a CI console.
 * All formats are made from it.
 *
 * @param schemaVersion of that schema
 * @param checkedAt when it began
 * @param host the machine that it ran on
 * @param paths one for each path, in the order in which they were named
 * @param warnings what was no finding about a path
 * @param exitCode of the command
 */
public record CheckDocument(
        int schemaVersion,
        Instant checkedAt,
        String host,
        List<PathSection> paths,
        List<String> warnings,
        int exitCode) {

    static final int SCHEMA_VERSION = 1;
    private static final int LONGEST_TEXT = 4_000;

    /** What {@link ConsoleText} takes out; in the name of a path it may be all that tells it from another. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /**
     * One path.
     *
     * @param path as {@code --vault-path} takes it
     * @param grade the worst of its findings
     * @param exitCode what the command would end with if this were the only path
     * @param version the live version; null where none could be read
     * @param versionCreatedAt when that was written
     * @param expiresAt when the token ends: an instant, or {@code never}; null where nobody knows
     * @param findings in the order of their aspects
     */
    public record PathSection(
            String path,
            Grade grade,
            int exitCode,
            OptionalInt version,
            Optional<Instant> versionCreatedAt,
            Optional<String> expiresAt,
            List<FindingLine> findings) {

        /** Empty where nobody knows, and where it never ends. */
        Optional<Instant> end() {
            return expiresAt.flatMap(TokenExpiry::parse).flatMap(TokenExpiry::instant);
        }

        long warnings() {
            return findings.stream().filter(line -> line.grade() == Grade.WARN).count();
        }

        /** What a person does next; of the worst finding that says it. */
        Optional<NextStep> next() {
            return findings.stream()
                    .filter(line -> line.next().isPresent())
                    .reduce((one, other) -> other.grade().compareTo(one.grade()) > 0 ? other : one)
                    .flatMap(FindingLine::next);
        }
    }

    /**
     * One finding.
     *
     * @param aspect what was looked at
     * @param grade how it is
     * @param detail what was found
     * @param code the anchor in docs/troubleshooting.md; absent where all is well, as kind, reason and fix
     * @param kind kind of the failure
     * @param reason what is wrong and why
     * @param why why alone, for people who have just read what; programs have it in the reason
     * @param fix how to mend it
     * @param next what a person does in a browser
     */
    public record FindingLine(
            Aspect aspect,
            Grade grade,
            String detail,
            Optional<String> code,
            Optional<String> kind,
            Optional<String> reason,
            @JsonIgnore Optional<String> why,
            Optional<String> fix,
            Optional<NextStep> next) {}

    /**
     * What a person does next.
     *
     * @param text what
     * @param link where, for what has to be done in a browser
     */
    public record NextStep(String text, Optional<String> link) {}

    /** @param console takes secrets and commands to the CI out of each text */
    public static CheckDocument of(CheckReport report, ConsoleText console) {
        return new CheckDocument(
                SCHEMA_VERSION,
                report.checkedAt().truncatedTo(ChronoUnit.SECONDS),
                report.host(),
                sections(report.paths(), console),
                report.warnings().stream().map(text -> shown(text, console)).toList(),
                report.exitCode());
    }

    long count(Grade grade) {
        return paths.stream().filter(path -> path.grade() == grade).count();
    }

    /** Each under a name of its own: two series of one name would cost all of them. */
    private static List<PathSection> sections(List<PathReport> paths, ConsoleText console) {
        Set<String> taken = new HashSet<>();
        List<PathSection> sections = new ArrayList<>();
        for (PathReport path : paths) {
            String plain = shown(visible(path.path()), console);
            String name = plain;
            for (int number = 2; !taken.add(name); number++) {
                name = plain + " (" + number + ")";
            }
            sections.add(section(name, path, console));
        }
        return sections;
    }

    private static String visible(String path) {
        return UNSEEN.matcher(path)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "<U+%04X>", found.group().codePointAt(0)));
    }

    private static PathSection section(String name, PathReport path, ConsoleText console) {
        return new PathSection(
                name,
                path.grade(),
                path.exitCode(),
                path.version() == 0 ? OptionalInt.empty() : OptionalInt.of(path.version()),
                path.versionCreated().map(at -> at.truncatedTo(ChronoUnit.SECONDS)),
                path.expiry().map(TokenExpiry::toString),
                path.findings().stream().map(finding -> line(finding, console)).toList());
    }

    private static FindingLine line(Finding finding, ConsoleText console) {
        Optional<Failure> failure = finding.failure();
        return new FindingLine(
                finding.aspect(),
                finding.grade(),
                shown(finding.detail(), console),
                failure.map(Failure::code),
                failure.map(one -> one.kind().wireName()),
                failure.map(one -> shown(one.reason(), console)),
                failure.map(Failure::why).filter(why -> !why.isBlank()).map(why -> shown(why, console)),
                failure.map(one -> shown(one.fix(), console)),
                finding.next()
                        .map(step -> new NextStep(
                                shown(step.text(), console), step.link().map(Object::toString))));
    }

    private static String shown(String text, ConsoleText console) {
        return console.line(text, LONGEST_TEXT);
    }
}
