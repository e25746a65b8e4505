// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.device.inverter.InverterPoller;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RegisterPort;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.time.TimeSource;

/**
 * The place of the inverter's poller. A search for the inverter borrows its thread, so that the line keeps one owner: the
 * poller lets go, the search looks on all ports, the poller goes on.
 */
public final class InverterBay implements Loop, RegisterPort {
    private static final long LONGEST_SEARCH_S = 300;
    private static final Search BUSY = new Search(List.of(), List.of(Message.of("setup.ports.busy")));

    private final Loop poller;
    private final InverterSettings settings;
    private final TimeSource real;
    private final AtomicReference<@Nullable Wanted> wanted = new AtomicReference<>();
    private volatile @Nullable Thread running;

    private record Wanted(List<String> ports, CompletableFuture<Search> answer) {}

    public InverterBay(Loop poller, InverterSettings settings, TimeSource real) {
        this.poller = poller;
        this.settings = settings;
        this.real = real;
    }

    @Override
    public String name() {
        return poller.name();
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        running = Thread.currentThread();
        try {
            while (true) {
                runOnce(progress);
            }
        } finally {
            running = null;
            Wanted left = wanted.getAndSet(null);
            if (left != null) {
                left.answer.complete(BUSY);
            }
        }
    }

    private void runOnce(Runnable progress) throws InterruptedException {
        try {
            poller.run(progress);
        } catch (InterruptedException e) {
            Wanted search = wanted.getAndSet(null);
            if (search == null) {
                throw e;
            }
            try {
                // Ends here when it was the supervisor who interrupted.
                progress.run();
                look(search, progress);
            } finally {
                // Nobody waits for a search that came to nothing.
                search.answer.complete(BUSY);
            }
        }
    }

    private void look(Wanted search, Runnable progress) throws InterruptedException {
        // Devices on the inverter's line wait as long as the search has it.
        Optional<Bus.Hold> lent = poller instanceof InverterPoller inverter
                ? Optional.of(inverter.lend())
                : Optional.empty();
        try {
            search.answer.complete(PortSearch.run(settings, real, search.ports, progress));
        } finally {
            lent.ifPresent(Bus.Hold::close);
        }
    }

    /** Waits for the poller to let go and for the search. */
    public Search search(List<String> ports) throws InterruptedException {
        Wanted mine = new Wanted(ports, new CompletableFuture<>());
        Thread loop = running;
        if (loop == null || !wanted.compareAndSet(null, mine)) {
            return BUSY;
        }
        if (!loop.equals(running)) {
            // It has ended meanwhile.
            wanted.compareAndSet(mine, null);
            return BUSY;
        }
        loop.interrupt();
        try {
            return mine.answer.get(LONGEST_SEARCH_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            wanted.compareAndSet(mine, null);
            return BUSY;
        }
    }

    @Override
    public RegisterPort.Answer registers(boolean holding, int start, int count) throws InterruptedException {
        return poller instanceof RegisterPort port
                ? port.registers(holding, start, count)
                : new RegisterPort.Answer.NoLine(Message.of("setup.ports.busy"));
    }
}
