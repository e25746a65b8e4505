// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.time.Instant;

import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.Freshness;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.text.Phrases;

/**
 * What a page is drawn from: the newest snapshot, and how long the core has been silent since.
 *
 * @param silence real time since the newest snapshot arrived
 * @param times what the phases of this engine last
 * @param demo the plant is simulated
 */
public record Now(CoreSnapshot core, Duration silence, Phrases words, PhaseTimes times, boolean demo) {
    /** A core that says nothing for this long is taken for frozen or dead; it speaks every second. */
    public static final Duration CORE_SILENT = Duration.ofMillis(2500);

    public boolean coreSilent() {
        return silence.compareTo(CORE_SILENT) >= 0;
    }

    /** Age of something the core took at {@code takenAtNanos}. */
    public Duration age(long takenAtNanos) {
        return Duration.ofNanos(Math.max(0, core.nanos() - takenAtNanos)).plus(silence);
    }

    public Freshness freshness(long takenAtNanos) {
        return Freshness.of(age(takenAtNanos), core.settings().generator().pollInterval());
    }

    /** Freshness of a quantity, by how often it is read. */
    public Freshness freshness(Quantity quantity, Reading reading) {
        int polls = core.inverter().cadence().everyPolls().getOrDefault(quantity, 1);
        return Freshness.of(age(reading.takenAtNanos()),
                core.settings().generator().pollInterval().multipliedBy(polls));
    }

    public boolean inverterUp() {
        return !coreSilent() && core.inverterLink().state() == LinkReport.State.UP;
    }

    public boolean relaysUp() {
        return !coreSilent() && core.relayLink().state() == LinkReport.State.UP;
    }

    public Instant wall() {
        return core.wall().plus(silence);
    }

    public Numbers numbers() {
        return new Numbers(words.locale());
    }

    public String clock(Instant at) {
        return java.time.format.DateTimeFormatter.ofPattern("HH:mm", java.util.Locale.ROOT)
                .format(at.atZone(core.zone()));
    }
}
