// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;

/** What every figure needs: time since the start of the JVM, memory and processor time of this process. */
final class Stopwatch {
    private static final double MILLION = 1e6;

    private Stopwatch() {}

    /** Ends the process once the second pulse has been asked for: the first has then been drawn. */
    static void endAfterFirstPicture(Scene scene) {
        Runnable[] listener = new Runnable[1];
        int[] pulses = new int[1];
        listener[0] = () -> {
            if (++pulses[0] == 2) {
                System.out.println("FIRST " + sinceStart() + " RSS " + residentMb());
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
            Platform.requestNextPulse();
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** ms of processor time so far. */
    static double processorMillis() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime()
                / MILLION;
    }

    static long residentMb() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void print(String name, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%s: median %.1f ms, 95 %% under %.1f ms, worst %.1f ms%n", name,
                millis[millis.length / 2], millis[(int) (millis.length * 0.95)], millis[millis.length - 1]);
    }
}
