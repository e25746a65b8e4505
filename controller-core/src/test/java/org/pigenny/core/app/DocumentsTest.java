// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pigenny.core.app.cli.PigennyCli;
import org.pigenny.core.config.Schema;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Whatever README and docs/ name is there: files, headings, tests, settings, command lines. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w*[a-z](?:Test|IT|Bench|Benchmark))(?:\\.(\\w+))?`");
    private static final Pattern SETTING = Pattern.compile("`([a-z_]+(?:\\.[a-z_]+)+)(?: = [^`]*)?`");
    private static final Pattern COMMAND = Pattern.compile(
            "`pigenny ([a-z][^`|…]*)`|^(?:sudo (?:-u kiosk )?)?pigenny ([a-z][^#|&\\n]*)",
            Pattern.MULTILINE);
    private static final Pattern FILE_NAME = Pattern
            .compile(".*\\.(?:md|json|jsonl|db|service|toml|csv|txt|java|conf)");

    private final Map<Path, String> documents = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    DocumentsTest() throws IOException {
        documents.put(ROOT.resolve("README.md"), Files.readString(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
                documents.put(file, Files.readString(file));
            }
        }
    }

    private interface Judge {
        void judge(Path document, MatchResult found) throws IOException;
    }

    /** Fails with all that is wrong, and when so little was found that the pattern no longer fits how the documents are written. */
    private void each(Pattern pattern, int atLeast, Judge judge) throws IOException {
        int count = 0;
        for (Map.Entry<Path, String> document : documents.entrySet()) {
            for (MatchResult found : pattern.matcher(document.getValue()).results().toList()) {
                judge.judge(document.getKey(), found);
                count++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(count >= atLeast, count + " found");
    }

    private void complain(Path document, String what) {
        wrong.add(ROOT.relativize(document) + ": " + what);
    }

    @Test
    void every_link_leads_to_a_file_and_a_heading() throws IOException {
        each(LINK, 100, (document, found) -> {
            Path target = found.group(1).isEmpty()
                    ? document
                    : document.resolveSibling(found.group(1)).normalize();
            if (!Files.exists(target)) {
                complain(document, found.group());
            } else if (found.group(2) != null && !anchors(target).contains(found.group(2))) {
                complain(document, found.group());
            }
        });
    }

    private static Set<String> anchors(Path document) throws IOException {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(Files.readString(document))
                .results()
                .forEach(heading -> anchors.add(heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-')));
        return anchors;
    }

    @Test
    void every_test_that_is_named_as_a_proof_exists() throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        for (String module : List.of("olimex-server", "controller-core", "kiosk", "packaging", "assets")) {
            if (Files.isDirectory(ROOT.resolve(module))) {
                try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                    files.filter(path -> path.toString().endsWith(".java"))
                            .forEach(path -> sources.put(path.getFileName().toString().replace(".java", ""), path));
                }
            }
        }
        each(PROOF, 100, (document, found) -> {
            Path source = sources.get(found.group(1));
            if (source == null) {
                complain(document, found.group());
            } else if (found.group(2) != null && !Files.readString(source).contains(" " + found.group(2) + "(")) {
                complain(document, found.group());
            }
        });
    }

    @Test
    void every_setting_that_is_named_is_in_the_schema() throws IOException {
        Set<String> known = new HashSet<>();
        new Schema().documented().forEach(key -> {
            known.add(key.name());
            known.add(key.table());
        });
        Set<String> tops = new HashSet<>();
        known.forEach(name -> tops.add(name.split("\\.")[0]));
        each(SETTING, 20, (document, found) -> {
            String name = found.group(1);
            if (tops.contains(name.split("\\.")[0]) && !known.contains(name) && !FILE_NAME.matcher(name).matches()) {
                complain(document, found.group());
            }
        });
    }

    @Test
    void every_command_line_is_understood() throws IOException {
        each(COMMAND, 20, (document, found) -> {
            String words = (found.group(1) == null ? found.group(2) : found.group(1)).strip();
            // The screen's own command is added by its module.
            if (!words.startsWith("kiosk") && !understood(words)) {
                complain(document, "pigenny " + words);
            }
        });
    }

    private static boolean understood(String words) {
        CommandLine line = PigennyCli.commandLine();
        List<String> all = List.of(words.replaceAll("[\\[\\]]", "").replace(" N", " 1").split("\\s+"));
        try {
            line.parseArgs(all.toArray(String[]::new));
            return true;
        } catch (ParameterException e) {
            // A command that is only named, without what must follow it.
            return all.size() == 1 && line.getSubcommands().containsKey(all.getFirst());
        }
    }

    @Test
    void the_program_and_the_build_state_the_same_version() throws IOException {
        String version = Pattern.compile("<artifactId>pigenny[^<]*</artifactId>\\s*<version>([^<]*)</version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertEquals(version.replace("-SNAPSHOT", ""), Versions.PROGRAM);
    }

    @Test
    void every_decision_is_in_the_index() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/decisions/README.md"));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/decisions"))) {
            assertEquals(List.of(), files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !index.contains("(" + name + ")"))
                    .toList());
        }
    }
}
