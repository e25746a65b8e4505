// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;
import org.slf4j.LoggerFactory;

/** Looks on while a day of faults passes and writes down everything that must never be. */
final class DayWatch implements AutoCloseable {
    /** Between the moment safe mode is raised and the tick that must know of it. */
    private static final long KNOWN_WITHIN_NANOS = 2_000_000_000L;

    final List<String> violations = new CopyOnWriteArrayList<>();
    final AtomicLong ticks = new AtomicLong();
    final AtomicLong starts = new AtomicLong();
    final AtomicLong runs = new AtomicLong();
    final List<Long> tickMicros = new CopyOnWriteArrayList<>();
    private final Complaints complaints = new Complaints();
    private volatile long safeSince = Long.MAX_VALUE;
    private volatile GeneratorState last = GeneratorState.UNKNOWN;

    DayWatch() {
        Logger root = (Logger) LoggerFactory.getLogger("org.pigenny");
        root.setLevel(Level.ERROR);
        root.setAdditive(false);
        complaints.setContext(root.getLoggerContext());
        complaints.start();
        root.addAppender(complaints);
    }

    /** Errors with a cause that nobody planted: an exception that was not meant to be. */
    private final class Complaints extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy cause = event.getThrowableProxy();
            if (cause != null && !String.valueOf(cause.getMessage()).contains("planted")) {
                violations.add("logged: " + event.getFormattedMessage() + ": " + cause.getClassName() + " "
                        + cause.getMessage() + " " + first(cause));
            }
        }
    }

    private static String first(IThrowableProxy cause) {
        return cause.getStackTraceElementProxyArray().length == 0
                ? ""
                : cause.getStackTraceElementProxyArray()[0].getSTEAsString();
    }

    void ticked(long micros) {
        ticks.incrementAndGet();
        if (ticks.get() % 8 == 0) {
            tickMicros.add(micros);
        }
    }

    void looked(CoreSnapshot now) {
        safeSince = now.safeMode().bySupervisor() ? Math.min(safeSince, System.nanoTime()) : Long.MAX_VALUE;
        now.engine().ifPresent(this::engine);
        GeneratorState state = now.control().state();
        if (state == GeneratorState.RUNNING && last != state) {
            runs.incrementAndGet();
        }
        last = state;
        if (now.newest().size() > 50) {
            violations.add("more than 50 events on the screen");
        }
    }

    private void engine(EngineReport report) {
        if (report.on(EngineReport.CHARGER) && report.phase() != EnginePhase.LOADED) {
            violations.add("charger on in phase " + report.phase());
        }
        if (report.on(EngineReport.CHARGER) && report.running().filter(running -> !running).isPresent()) {
            violations.add("charger on, engine standing");
        }
        if (report.on(EngineReport.START) && report.phase() != EnginePhase.CRANK
                && report.phase() != EnginePhase.GLOW_CRANK) {
            violations.add("starter on in phase " + report.phase());
        }
    }

    /** A command is on its way to the engine. */
    void commanded(EngineCommand command) {
        if (command != EngineCommand.START) {
            return;
        }
        starts.incrementAndGet();
        long since = safeSince;
        if (since != Long.MAX_VALUE && System.nanoTime() - since > KNOWN_WITHIN_NANOS) {
            violations.add("a start in safe mode");
        }
    }

    /** Live threads but those that a planted deadlock holds for ever. */
    static int threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] dead = threads.findDeadlockedThreads();
        return threads.getThreadCount() - (dead == null ? 0 : dead.length);
    }

    static double heapMegabytes() {
        System.gc();
        Runtime vm = Runtime.getRuntime();
        return (vm.totalMemory() - vm.freeMemory()) / 1048576.0;
    }

    @Override
    public void close() {
        Logger root = (Logger) LoggerFactory.getLogger("org.pigenny");
        root.detachAppender(complaints);
        root.setLevel(null);
        root.setAdditive(true);
    }
}
