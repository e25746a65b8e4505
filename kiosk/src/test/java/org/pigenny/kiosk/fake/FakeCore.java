// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Backups;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** A core that says what it is told to say, and remembers what it was asked for. */
public final class FakeCore implements Core {
    private final List<Consumer<CoreSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<Command> asked = new CopyOnWriteArrayList<>();
    private final FakeSettings settings = new FakeSettings();
    private volatile Optional<History> history = Optional.empty();
    private volatile House house;
    private volatile @Nullable FakeWorkshop workshop;
    private volatile @Nullable Commissioning commissioning;
    private volatile @Nullable Backups backups;
    private volatile CoreSnapshot snapshot;
    private volatile Function<Command, Outcome> judge = command -> new Outcome.Accepted(Message.of("Done."));

    public FakeCore(House house) {
        this.house = house;
        workshop = new FakeWorkshop(house);
        snapshot = house.snapshot();
        settings.speak(house.settings.kiosk().language());
    }

    /** Shows another house from now on. */
    public void show(House other) {
        house = other;
        snapshot = other.snapshot();
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    /** Says the same once more. */
    public void speak() {
        show(house);
    }

    /** A snapshot made anew around the same old decision: something speaks, but control does not. */
    public void repeat() {
        CoreSnapshot old = snapshot;
        CoreSnapshot fresh = house.snapshot();
        snapshot = new CoreSnapshot(fresh.nanos(), fresh.wall(), fresh.zone(), fresh.inverter(), fresh.inverterLink(),
                fresh.engine(), fresh.relayLink(), old.control(), fresh.services(), fresh.safeMode(), fresh.settings(),
                fresh.newest());
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    public void judge(Function<Command, Outcome> other) {
        judge = other;
    }

    public List<Command> asked() {
        return List.copyOf(asked);
    }

    @Override
    public CoreSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription subscribe(Consumer<CoreSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Outcome submit(Command command, Origin origin) {
        asked.add(command);
        return judge.apply(command);
    }

    /** Has another past from now on. */
    public void remembers(History past) {
        history = Optional.of(past);
    }

    @Override
    public History history() {
        return history.orElseGet(() -> new FakeHistory(house.wall, 1_000_000));
    }

    public FakeWorkshop shop() {
        return Objects.requireNonNull(workshop);
    }

    /** A core that offers no workshop. */
    public FakeCore bare() {
        workshop = null;
        return this;
    }

    @Override
    public Optional<Workshop> workshop() {
        return Optional.ofNullable(workshop);
    }

    /** Offers first steps and backups from now on. */
    public FakeCore care(@Nullable Commissioning steps, @Nullable Backups copies) {
        commissioning = steps;
        backups = copies;
        return this;
    }

    @Override
    public Optional<Commissioning> commissioning() {
        return Optional.ofNullable(commissioning);
    }

    @Override
    public Optional<Backups> backups() {
        return Optional.ofNullable(backups);
    }

    @Override
    public FakeSettings settings() {
        return settings;
    }
}
