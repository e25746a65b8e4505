// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.app.CoreOptions;
import org.pigenny.core.app.CoreProcess;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.demo.DemoPlant;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.frame.PageId;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The why of a past moment, from the control that decided to the sentence on the screen: a running core, its records, the relay server
 * in a process of its own, the simulated inverter on a serial line; a run by hand and its stop; then a finger on the chart.
 */
class PastWhyTest extends ScreenTest {
    private static final double SPEED = 60;
    private static final Duration RANGE = Duration.ofHours(6);
    /** Left and right of the plot stand the scales, px at 800x480. */
    private static final double SCALE = 52;
    private static final Duration WIDE = Duration.ofMinutes(5);
    private static final long PATIENCE_S = 60;

    /** What control said for a while, without a change. */
    private record Said(Instant from, Instant to, GeneratorState state, String why) {
        Duration length() {
            return Duration.between(from, to);
        }

        Instant middle() {
            return from.plus(length().dividedBy(2));
        }
    }

    private final ConcurrentLinkedDeque<Said> said = new ConcurrentLinkedDeque<>();

    @Test
    void the_sentence_of_a_tapped_moment_is_the_why_that_control_had_then() throws Exception {
        try (DemoPlant plant = DemoPlant.start(options(), Optional.of(SPEED), Optional.empty());
                CoreProcess core = CoreProcess.start(plant.options())) {
            Core.Subscription watching = core.subscribe(this::hear);
            try {
                Said running = run(core);
                Said stopped = stop(core);
                assertNotEquals(running.why(), stopped.why());
                show(core, PageId.TRENDS, 800, 480);
                for (Said then : List.of(running, stopped)) {
                    assertRead(core, then);
                }
            } finally {
                watching.close();
            }
        }
    }

    private Said run(CoreProcess core) throws Exception {
        until(() -> core.snapshot().inverter().reading(Quantity.SOC).isPresent()
                && core.submit(new Command.StartUntilStopped(), Origin.SCREEN) instanceof Outcome.Accepted);
        return longEnough(core.snapshot().wall(), Set.of(GeneratorState.RUNNING));
    }

    private Said stop(CoreProcess core) throws Exception {
        Instant asked = core.snapshot().wall();
        assertInstanceOf(Outcome.Accepted.class, core.submit(new Command.Stop(), Origin.SCREEN));
        return longEnough(asked, Set.of(GeneratorState.IDLE));
    }

    /** Waits for a stretch wide enough for a finger on a chart of six hours, with time passing while it comes down. */
    private Said longEnough(Instant after, Set<GeneratorState> state) throws Exception {
        Predicate<Said> fits = one -> one.from().isAfter(after) && state.contains(one.state())
                && one.length().compareTo(WIDE) > 0;
        try {
            until(() -> said.stream().anyMatch(fits));
        } catch (TimeoutException e) {
            throw new AssertionError("control said in turn " + said, e);
        }
        return said.stream().filter(fits).findFirst().orElseThrow();
    }

    private void hear(CoreSnapshot now) {
        Said last = said.peekLast();
        String why = words(now).say(now.control().why().sentence());
        boolean same = last != null && last.state() == now.control().state() && last.why().equals(why);
        if (same) {
            said.pollLast();
        }
        said.add(new Said(same ? last.from() : now.wall(), now.wall(), now.control().state(), why));
    }

    private void assertRead(CoreProcess core, Said then) throws Exception {
        settle();
        tap("#range-6h");
        Node chart = find("#chart");
        double plot = chart.getLayoutBounds().getWidth() - 2 * SCALE;
        Duration ago = Duration.between(then.middle(), core.snapshot().wall());
        double x = SCALE + plot * (1 - ago.toMillis() / (double) RANGE.toMillis());
        Finger.press(chart.localToScreen(new Point2D(x, 60)));
        Finger.release();
        settle();
        History.Moment kept = core.history().moment(then.middle()).orElseThrow();
        assertEquals(then.why(), words(core.snapshot()).say(kept.why().orElseThrow().sentence()), "in the records");
        String shown = text("#reading-why");
        assertTrue(!shown.isBlank() && then.why().startsWith(shown), shown + " instead of " + then.why());
        String state = then.state() == GeneratorState.RUNNING ? "Running" : "Off";
        assertTrue(text("#reading-title").contains(" \u2022 " + state), text("#reading-title"));
    }

    private static Phrases words(CoreSnapshot now) {
        return new Phrases(Locale.ENGLISH, now.zone());
    }

    private CoreOptions options() {
        return CoreOptions.ofProcess()
                .withEnvironment(Map.of())
                .withHome(Home.under(folder.resolve("core")))
                .withHalt(code -> {})
                .withOverrides(Map.of("health.ports", "0,0,0,0,0", "admin.port", "0", "kiosk.language", "en"));
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
