// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.Verb;

/** The documentation says what the code does. */
class DiagramTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern EDGE = Pattern.compile("^    (\\w+) --> (\\w+)$", Pattern.MULTILINE);

    @Test
    void diagramAndCodeHaveTheSameEdges() throws IOException {
        Set<String> drawn = new TreeSet<>();
        Matcher matcher = EDGE.matcher(Files.readString(DOCS.resolve("relay-server.md")));
        while (matcher.find()) {
            drawn.add(matcher.group(1) + " --> " + matcher.group(2));
        }
        Set<String> coded = new TreeSet<>();
        for (Phase from : Phase.values()) {
            Transitions.from(from).forEach(to -> coded.add(from.word() + " --> " + to.word()));
        }
        assertEquals(coded, drawn);
    }

    @Test
    void everyFaultIsDescribed() throws IOException {
        String text = Files.readString(DOCS.resolve("relay-server.md"));
        for (FaultCode code : FaultCode.values()) {
            String until = code.latched() ? "reset" : "next start";
            assertTrue(text.contains("| `" + code + "` | " + until + " |"), code.name());
        }
    }

    @Test
    void everyCommandAndKeyIsDescribed() throws IOException {
        String text = Files.readString(DOCS.resolve("protocol.md"));
        for (Verb verb : Verb.values()) {
            assertTrue(text.contains("| `" + verb), verb.name());
        }
        for (StatusKey key : StatusKey.values()) {
            assertTrue(text.contains("`" + key.name().toUpperCase(Locale.ROOT) + "`"), key.name());
        }
    }
}
