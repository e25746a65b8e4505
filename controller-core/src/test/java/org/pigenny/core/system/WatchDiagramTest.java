// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The diagram of docs/services.md has the edges that the code has: found by trying every input in every situation. */
final class WatchDiagramTest {
    private static final Pattern EDGE = Pattern.compile("^\\s+([A-Z_]+) --> ([A-Z_]+)", Pattern.MULTILINE);
    private static final int DEPTH = 10;

    private record Input(Duration after, Consumer<Clocked> act) {}

    private static final class Clocked {
        final Watch watch = new Watch(Timings.CONTRACT);
        long now;
    }

    private static final List<Input> INPUTS = List.of(new Input(Duration.ZERO, c -> c.watch.started(c.now)),
            new Input(Duration.ZERO, c -> c.watch.settled(c.now)),
            new Input(Duration.ofSeconds(31), c -> c.watch.looked(Health.bad("sick"), c.now)),
            new Input(Duration.ofSeconds(1), c -> c.watch.looked(Health.GOOD, c.now)),
            new Input(Duration.ofSeconds(11), c -> c.watch.passed(c.now)),
            new Input(Duration.ofMinutes(6), c -> c.watch.passed(c.now)),
            new Input(Duration.ZERO, c -> c.watch.stopped(c.now)));

    @Test
    void diagram_and_code_have_the_same_edges() throws IOException {
        Set<String> drawn = new TreeSet<>();
        Matcher edges = EDGE.matcher(Files.readString(Path.of("../docs/services.md")));
        while (edges.find()) {
            drawn.add(edges.group(1) + " --> " + edges.group(2));
        }
        assertEquals(String.join("\n", found()), String.join("\n", drawn));
    }

    /** Breadth first over sequences of inputs; a situation is a phase with its count of attempts. */
    private static Set<String> found() {
        Set<String> edges = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Integer> path = open.removeFirst();
            for (int i = 0; i < INPUTS.size(); i++) {
                Clocked clocked = replay(path);
                Watch.Phase before = clocked.watch.phase();
                // A start and the end of its wait are the supervisor's: it starts what is stopped or runs, no other.
                boolean meant = (i != 0 || before == Watch.Phase.STOPPED || before == Watch.Phase.RUNNING)
                        && (i != 1 || before == Watch.Phase.STARTING);
                if (!meant) {
                    continue;
                }
                act(clocked, INPUTS.get(i));
                Watch.Phase after = clocked.watch.phase();
                if (before != after) {
                    edges.add(before + " --> " + after);
                }
                List<Integer> next = new java.util.ArrayList<>(path);
                next.add(i);
                if (next.size() < DEPTH && seen.add(after + " " + clocked.watch.attempts())) {
                    open.add(next);
                }
            }
        }
        return edges;
    }

    private static Clocked replay(List<Integer> path) {
        Clocked clocked = new Clocked();
        path.forEach(i -> act(clocked, INPUTS.get(i)));
        return clocked;
    }

    private static void act(Clocked clocked, Input input) {
        clocked.now += input.after().toNanos();
        input.act().accept(clocked);
    }
}
