// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.Upkeep;
import org.pigenny.core.model.Why;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.core.model.settings.Settings;

/** A house to draw: change what matters, then take a snapshot. Words are plain text, which a message may be. */
public final class House {
    public static final Instant EVENING = Instant.parse("2026-01-14T20:14:00Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final long NOW = Duration.ofHours(5).toNanos();

    private final Map<Quantity, Reading> readings = new EnumMap<>(Quantity.class);
    private final List<Event> events = new ArrayList<>();
    private final List<AlarmReport> alarms = new ArrayList<>();
    public Instant wall = EVENING;
    public Settings settings = with("generator.fuel.capacity_l", "100");
    public GeneratorState state = GeneratorState.IDLE;
    public RunReason reason = RunReason.NONE;
    public String why = "";
    /** Why it is in an error; goes before {@link #why}. */
    public @Nullable Message error;
    /** Of the alarm that belongs to the error. */
    public String errorCode = "G-102";
    public List<Why.Point> points = List.of();
    public boolean autostart = true;
    public @Nullable Message next;
    public EnginePhase phase = EnginePhase.OFF;
    public @Nullable Duration phaseLeft;
    public int relays;
    public @Nullable Integer inputs = 0;
    public boolean loaded;
    public int attempt;
    public int failedAttempts;
    public LinkReport.State inverterLink = LinkReport.State.UP;
    public LinkReport.State relayLink = LinkReport.State.UP;
    public Duration readingAge = Duration.ofSeconds(5);
    /** How long the core has said nothing when one looks. */
    public Duration silence = Duration.ZERO;
    public boolean demo;
    public ChargeProof proof = ChargeProof.NONE;
    public Forecast forecast = new Forecast.None(Message.of("No forecast while the sun is in play."));
    public @Nullable Instant runStarted;
    public @Nullable Instant holdUntil;
    public @Nullable Instant serviceSince;
    public Outcome startPermit = new Outcome.Accepted(Message.of("Starting."));
    public @Nullable Outcome resetPermit;
    public SafeMode safeMode = SafeMode.OFF;
    /** Nobody has finished the commissioning. */
    public boolean uncommissioned;

    private long made;

    private static Settings with(String key, String value) {
        return new SettingsLoader().load(Optional.empty(), Map.of(), Map.of(key, value)).effective().settings();
    }

    /** The look and language of the screen. */
    public House screen(String theme, String language) {
        Settings s = settings;
        settings = new Settings(s.generator(), s.inverter(), s.relay(), s.logging(), s.site(), s.health(), s.safeMode(),
                new KioskSettings(theme, language, 100, 50, Duration.ofMinutes(3), Duration.ofSeconds(60), "", false),
                s.engine(), s.admin(), s.heartbeat());
        return this;
    }

    public House reads(Quantity quantity, double value) {
        readings.put(quantity, new Reading(value, 0));
        return this;
    }

    public House forget(Quantity quantity) {
        readings.remove(quantity);
        return this;
    }

    public House soc(double percent) {
        return reads(Quantity.SOC, percent);
    }

    public House event(String time, Event.Kind kind, Severity severity, String text) {
        events.add(new Event(Instant.parse("2026-01-14T" + time + "Z"), kind, severity, Message.of(text),
                Optional.empty(), Origin.CORE));
        return this;
    }

    public House alarm(String code, AlarmReport.AlarmClass alarmClass, AlarmReport.State state, Severity severity,
            String text, String remedy) {
        alarms.add(new AlarmReport(code, alarmClass, state, severity, Message.of(text), Message.of(remedy),
                wall.minusSeconds(3600), wall.minusSeconds(300), 2, Optional.empty()));
        return this;
    }

    public House noAlarms() {
        alarms.clear();
        return this;
    }

    public List<AlarmReport> alarms() {
        return alarms;
    }

    public CoreSnapshot snapshot() {
        made++;
        long taken = NOW + made - readingAge.toNanos();
        Map<Quantity, Reading> aged = new EnumMap<>(Quantity.class);
        readings.forEach((quantity, reading) -> aged.put(quantity, new Reading(reading.value(), taken)));
        return new CoreSnapshot(NOW + made, wall, ZONE, new InverterReport(aged, Optional.empty()),
                link(inverterLink, "/dev/ttySC1", 1204, 0), relayLink == LinkReport.State.STARTING
                        ? Optional.empty()
                        : Optional.of(engine()),
                link(relayLink, "10.2.242.109:9999", 36_120, 2), control(), services(), safeMode, settings, events);
    }

    private LinkReport link(LinkReport.State state, String where, long requests, long lost) {
        return new LinkReport(state, Message.of(state == LinkReport.State.DOWN
                ? "No answer from " + where
                : "Connected to " + where), NOW, requests, requests - lost, lost, 0, OptionalDouble.of(31.4));
    }

    private EngineReport engine() {
        Optional<Boolean> running = inputs == null ? Optional.empty() : Optional.of((inputs & 1) != 0);
        return new EngineReport(phase, Optional.ofNullable(phaseLeft), relays,
                inputs == null ? OptionalInt.empty() : OptionalInt.of(inputs), running, 17, attempt, failedAttempts,
                EngineReport.StartOutcome.NONE, Duration.ofMinutes(5), loaded, Optional.empty(), false,
                Optional.empty(), EngineReport.Bus.OK,
                new EngineReport.BoardHealth("1.0", 2, "6h45m", "42%", "1.2G free (35% used)"), NOW + made);
    }

    private ControlReport control() {
        return new ControlReport(state, reason, new Why(sentence(), points), Optional.ofNullable(next), autostart,
                startPermit, Optional.ofNullable(resetPermit), attempt, 3, Optional.ofNullable(runStarted),
                Optional.ofNullable(holdUntil), Optional.empty(), Optional.empty(), Optional.ofNullable(serviceSince),
                proof, forecast, alarms, upkeep(), 180, NOW + made);
    }

    private Message sentence() {
        return error == null ? Message.of(why) : Message.of("why.error", error, errorCode);
    }

    private static Upkeep upkeep() {
        return new Upkeep(new Upkeep.Counters(Duration.ofMinutes(65), Duration.ofMinutes(60), 1, 0, 4_300),
                new Upkeep.Counters(Duration.ofHours(61), Duration.ofHours(57), 14, 1, 141_000),
                new Upkeep.Counters(Duration.ofHours(412), Duration.ofHours(377), 96, 4, 913_000),
                Optional.of(Duration.ofHours(88)), Optional.of(LocalDate.of(2026, 9, 1)), OptionalDouble.of(64),
                Optional.of(Instant.parse("2026-01-29T14:00:00Z")));
    }

    private List<ServiceReport> services() {
        List<String> names = List.of("system", "config", "device", "control", "logging");
        List<ServiceReport> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            found.add(new ServiceReport(names.get(i), 8081 + i, ServiceReport.State.HEALTHY, i < 4, i == 2 ? 1 : 0,
                    wall.minus(Duration.ofHours(26)), Optional.empty()));
        }
        return found;
    }
}
