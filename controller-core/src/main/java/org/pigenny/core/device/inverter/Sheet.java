// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.pigenny.core.device.profile.Feed;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.InverterReport.Cadence;
import org.pigenny.core.model.InverterReport.Flags;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/** The newest reading of each quantity, gathered block by block. */
final class Sheet {
    private final Map<Quantity, Reading> readings = new EnumMap<>(Quantity.class);
    private final Cadence cadence;
    private OptionalInt state = OptionalInt.empty();
    private OptionalLong faults = OptionalLong.empty();
    private OptionalLong warnings = OptionalLong.empty();
    private long flagsTakenAt;

    Sheet(Profile profile) {
        this.cadence = cadence(profile);
    }

    private static Cadence cadence(Profile profile) {
        Map<Quantity, Integer> every = new HashMap<>();
        int flags = 1;
        for (Block block : profile.blocks()) {
            for (Feed feed : profile.in(block).stream().flatMap(register -> register.feeds().stream()).toList()) {
                switch (feed) {
                    case Feed.Of of -> every.merge(of.quantity(), block.every(), Math::max);
                    case Feed.Flag ignored -> flags = Math.max(flags, block.every());
                    case Feed.Role ignored -> {
                    }
                }
            }
        }
        every.values().removeIf(polls -> polls == 1);
        return new Cadence(every, flags);
    }

    void enter(Harvest harvest, long takenAtNanos) {
        harvest.values().forEach((quantity, value) -> readings.put(quantity, new Reading(value, takenAtNanos)));
        if (harvest.state().isPresent()) {
            state = harvest.state();
        }
        if (harvest.faults().isPresent() && harvest.warnings().isPresent()) {
            faults = harvest.faults();
            warnings = harvest.warnings();
            flagsTakenAt = takenAtNanos;
        }
    }

    InverterReport report() {
        Optional<Flags> flags = state.isPresent() && faults.isPresent() && warnings.isPresent()
                ? Optional.of(new Flags(state.getAsInt(), faults.getAsLong(), warnings.getAsLong(), flagsTakenAt))
                : Optional.empty();
        return new InverterReport(readings, flags, cadence);
    }
}
