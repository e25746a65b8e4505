// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.core.control.alarm.AlarmCode;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.text.Phrases;

/** docs/control.md and the words say what the code does. */
class DocumentationTest {
    private static final Pattern EDGE = Pattern.compile("^ +([A-Z_]+) --> ([A-Z_]+): .+$", Pattern.MULTILINE);

    private static final Pattern SCENARIO = Pattern.compile("`([A-Za-z]+Test)\\.([a-z0-9_]+)`");

    @Test
    void the_diagram_and_the_code_have_the_same_edges() throws IOException {
        Map<GeneratorState, Set<GeneratorState>> drawn = new EnumMap<>(GeneratorState.class);
        Matcher edges = EDGE.matcher(document());
        while (edges.find()) {
            drawn.computeIfAbsent(GeneratorState.valueOf(edges.group(1)), s -> EnumSet.noneOf(GeneratorState.class))
                    .add(GeneratorState.valueOf(edges.group(2)));
        }
        Map<GeneratorState, Set<GeneratorState>> coded = new EnumMap<>(GeneratorState.class);
        for (GeneratorState state : GeneratorState.values()) {
            coded.put(state, Transitions.from(state));
        }
        assertEquals(coded, drawn);
    }

    @ParameterizedTest
    @EnumSource
    void every_alarm_has_its_text_and_its_remedy_in_both_languages_and_in_the_document(AlarmCode code)
            throws IOException {
        for (Locale locale : new Locale[]{Locale.ENGLISH, Locale.GERMAN}) {
            Phrases phrases = new Phrases(locale, ZoneOffset.UTC);
            assertTrue(phrases.say("alarm." + code.code()).contains(" ") || locale.equals(Locale.GERMAN));
            assertTrue(phrases.say("remedy." + code.code()).contains(" "), code.code());
        }
        assertTrue(document().contains("| " + code.code() + " |"), code.code());
    }

    @Test
    void every_scenario_that_the_document_names_exists() throws IOException, ClassNotFoundException {
        Matcher named = SCENARIO.matcher(document());
        int count = 0;
        while (named.find()) {
            Class<?> scenarios = Class.forName("org.pigenny.core.control." + named.group(1));
            String name = named.group(2);
            assertTrue(Arrays.stream(scenarios.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(name) && method.isAnnotationPresent(Test.class)),
                    named.group());
            count++;
        }
        assertTrue(count >= 60, count + " scenarios");
    }

    @Test
    void german_has_every_word_that_english_has() throws IOException {
        assertEquals(keys("control.properties"), keys("control_de.properties"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties words = new Properties();
        words.load(DocumentationTest.class.getResourceAsStream("/org/pigenny/assets/words/" + file));
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static String document() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs/control.md")) ? here : here.resolve("..");
        return Files.readString(root.resolve("docs/control.md"));
    }
}
