// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.app.FxThread;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;

/**
 * Idle cost, frame time while dragging a year, and touch to feedback, on the software pipeline. The start is measured by
 * {@link FirstTile} against {@link BareWindow}, in processes of their own.
 */
public final class ScreenBench {
    private static final int IDLE_SECONDS = 20;
    /** Until the first compilation of what runs every second is over. */
    private static final int WARM_UP_SECONDS = 12;
    private static final int FRAMES = 120;
    private static final int TOUCHES = 40;

    private final FakeCore core;
    private final BenchScreen on;

    private ScreenBench(House house) throws Exception {
        core = new FakeCore(house.screen("night", "en"));
        on = FxThread.call(() -> BenchScreen.show(core));
    }

    public static void main(String[] args) throws Exception {
        FxThread.start();
        ScreenBench still = new ScreenBench(still());
        still.idle("home, nothing flows", PageId.HOME);
        ScreenBench flowing = new ScreenBench(Houses.charging());
        flowing.idle("home, power flows", PageId.HOME);
        flowing.touch();
        flowing.idle("trends", PageId.TRENDS);
        flowing.drag();
        System.out.println("resident memory at the end: " + Stopwatch.residentMb() + " MB");
        Runtime.getRuntime().halt(0);
    }

    private static House still() {
        House house = Houses.forecast();
        List.of(Quantity.PV_POWER, Quantity.LOAD_POWER, Quantity.CHARGE_POWER, Quantity.DISCHARGE_POWER)
                .forEach(power -> house.reads(power, 0));
        return house;
    }

    private void idle(String name, PageId page) throws Exception {
        on.open(page);
        try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            var beat = pace.scheduleAtFixedRate(() -> {
                core.speak();
                Platform.runLater(on.screen()::step);
            }, 0, 250, TimeUnit.MILLISECONDS);
            var tick = pace.scheduleAtFixedRate(() -> Platform.runLater(on.screen()::tick), 0, 1, TimeUnit.SECONDS);
            pace.schedule(() -> true, WARM_UP_SECONDS, TimeUnit.SECONDS).get();
            double before = Stopwatch.processorMillis();
            pace.schedule(() -> true, IDLE_SECONDS, TimeUnit.SECONDS).get();
            double used = Stopwatch.processorMillis() - before;
            System.out.printf("idle, %s: %.2f %% of one core, %d MB%n", name, used / IDLE_SECONDS / 10,
                    Stopwatch.residentMb());
            beat.cancel(false);
            tick.cancel(false);
        }
    }

    private void drag() throws Exception {
        on.fire("#range-year");
        Node chart = on.find("#chart");
        FxThread.run(() -> BenchScreen.mouse(chart, MouseEvent.MOUSE_PRESSED, 300, 100));
        double[] millis = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            int x = 300 + i;
            long start = System.nanoTime();
            FxThread.call(() -> {
                BenchScreen.mouse(chart, MouseEvent.MOUSE_DRAGGED, x, 100);
                return on.scene().snapshot(null);
            });
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Stopwatch.print("frame while dragging a year (event, paint, whole picture)", millis);
    }

    /**
     * From the event to the pulse that lays out and hands over the picture with the pressed key in it, and to the pulse after it,
     * which cannot begin before that picture is drawn.
     */
    private void touch() throws Exception {
        Node key = on.find("#stop");
        double[] handed = new double[TOUCHES];
        double[] drawn = new double[TOUCHES];
        for (int i = 0; i < TOUCHES; i++) {
            long[] pulses = new long[2];
            CompletableFuture<Boolean> both = new CompletableFuture<>();
            long start = System.nanoTime();
            Runnable listener = () -> {
                if (pulses[0] == 0) {
                    pulses[0] = System.nanoTime();
                    Platform.requestNextPulse();
                } else if (pulses[1] == 0) {
                    pulses[1] = System.nanoTime();
                    both.complete(true);
                }
            };
            FxThread.run(() -> {
                BenchScreen.mouse(key, MouseEvent.MOUSE_PRESSED, 10, 10);
                on.scene().addPostLayoutPulseListener(listener);
            });
            both.get(10, TimeUnit.SECONDS);
            handed[i] = (pulses[0] - start) / 1e6;
            drawn[i] = (pulses[1] - start) / 1e6;
            FxThread.run(() -> {
                on.scene().removePostLayoutPulseListener(listener);
                BenchScreen.mouse(key, MouseEvent.MOUSE_DRAGGED, 4000, 4000);
                BenchScreen.mouse(key, MouseEvent.MOUSE_RELEASED, 4000, 4000);
            });
        }
        Stopwatch.print("touch to the picture with the feedback handed over", handed);
        Stopwatch.print("touch to that picture drawn, at the latest", drawn);
    }
}
