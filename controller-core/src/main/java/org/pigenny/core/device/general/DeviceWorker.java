// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.model.DevicePort;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/** Polls one device and does its writes, writes first. */
public final class DeviceWorker implements Loop, DevicePort {
    /** How long a write may wait at most while the worker rests. */
    private static final Duration LOOK_FOR_WRITES = Duration.ofMillis(100);

    private final DeviceSettings settings;
    private final Profile profile;
    private final TimeSource time;
    private final TimeSource real;
    private final Runnable told;
    private final DeviceState state;
    private final DevicePoll poll;
    private final Writer writer;
    private final WriteDesk desk = new WriteDesk();
    private final LinkKeeper link;
    private volatile DeviceReport report;
    private volatile Runnable progress = () -> {};

    /** On one time for everything. */
    public DeviceWorker(DeviceSettings settings, Profile profile, Bus bus, TimeSource time, EventSink events) {
        this(settings, profile, bus, time, time, events, () -> {});
    }

    /**
     * @param bus shared with the other devices on the same wire
     * @param time of the plant: stamps the readings, paces the polls
     * @param real waits for what the device needs between a write and its verification
     * @param told called on this device's thread whenever there is another report
     */
    public DeviceWorker(DeviceSettings settings, Profile profile, Bus bus, TimeSource time, TimeSource real,
            EventSink events, Runnable told) {
        this.settings = settings;
        this.real = real;
        this.told = told;
        this.profile = profile;
        this.time = time;
        this.state = new DeviceState(settings, profile, time.nanos());
        this.link = new LinkKeeper(time, events, Event.Kind.DEVICE);
        this.poll = new DevicePoll(profile, new BlockReader(bus, new Manners(settings.slave(), settings.timeout(),
                settings.retries(), profile.maxRegisters(), Duration.ofMillis(profile.settleMillis())), link, time,
                () -> progress.run()), state, link);
        this.writer = new Writer(profile, settings, bus, real);
        this.report = state.report(link.report());
    }

    @Override
    public String name() {
        return "device-" + settings.id();
    }

    @Override
    public DeviceReport report() {
        return report;
    }

    @Override
    public void write(DeviceWrite write, Consumer<DeviceWrite.Result> result) {
        desk.put(write, result);
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        this.progress = progress;
        while (true) {
            step();
            progress.run();
            long untilDue = Math.max(0, state.dueAt() - time.nanos());
            real.sleepUntil(real.nanos() + Math.min(untilDue, LOOK_FOR_WRITES.toNanos()));
        }
    }

    /** Does what is due now: the writes that wait, then a poll. */
    synchronized void step() throws InterruptedException {
        writes();
        if (time.nanos() - state.dueAt() >= 0) {
            Optional<Message> broken = poll.run();
            if (broken.isEmpty()) {
                state.succeeded(time.nanos());
                link.set(State.UP, Message.of("device.online", settings.name()));
            } else {
                state.failed(time.nanos(), broken.get());
                if (!state.online()) {
                    link.set(State.DOWN, Message.of("device.offline", settings.name(), broken.get()));
                }
            }
            report = state.report(link.report());
            told.run();
        }
    }

    private void writes() throws InterruptedException {
        for (Optional<WriteDesk.Waiting> next = desk.take(time.nanos()); next
                .isPresent(); next = desk.take(time.nanos())) {
            next.get().result().accept(attempt(next.get().write()));
        }
    }

    private DeviceWrite.Result attempt(DeviceWrite write) throws InterruptedException {
        try {
            return writer.write(write, progress);
        } catch (IllegalArgumentException e) {
            return new DeviceWrite.Result.Failed(
                    Message.of("device.value_refused", profile.title(), String.valueOf(e.getMessage())));
        }
    }
}
