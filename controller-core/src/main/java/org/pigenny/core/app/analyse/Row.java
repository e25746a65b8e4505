// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.control.proof.Sample;

/**
 * One row of a recording.
 *
 * @param unix seconds
 * @param zone as the local time stamp of the row shows it
 */
record Row(double unix, ZoneId zone, Sample sample, OptionalDouble load) {
    /** No clock on earth is further off UTC. */
    private static final long FARTHEST_ZONE = ZoneOffset.MAX.getTotalSeconds();
    private static final long QUARTER = 900;

    /** Empty when the row has no time. */
    static Optional<Row> of(Layout layout, String line, ZoneId site) {
        String[] cells = line.split(",", -1);
        String stamp = layout.text(cells, "timestamp");
        Optional<LocalDateTime> local = local(stamp);
        OptionalDouble unix = layout.unix(cells);
        if (unix.isEmpty()) {
            unix = fromStamp(stamp, local, site);
        }
        if (unix.isEmpty()) {
            return Optional.empty();
        }
        double at = unix.getAsDouble();
        Sample sample = new Sample(Math.round(at * 1e9), layout.soc(cells), layout.volts(cells),
                layout.inverterVolts(cells), layout.charge(cells), layout.discharge(cells), layout.pv(cells));
        return Optional.of(new Row(at, local.flatMap(time -> zone(time, at)).orElse(site), sample,
                layout.load(cells)));
    }

    Instant wall() {
        return Instant.ofEpochMilli(Math.round(unix * 1000));
    }

    private static Optional<LocalDateTime> local(String stamp) {
        try {
            String bare = stamp.length() >= 19 ? stamp.substring(0, 19).replace(' ', 'T') : stamp;
            return Optional.of(LocalDateTime.parse(bare));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static OptionalDouble fromStamp(String stamp, Optional<LocalDateTime> local, ZoneId site) {
        try {
            return OptionalDouble.of((double) OffsetDateTime.parse(stamp.replace(' ', 'T')).toEpochSecond());
        } catch (DateTimeParseException e) {
            return local.isPresent()
                    ? OptionalDouble.of((double) local.get().atZone(site).toEpochSecond())
                    : OptionalDouble.empty();
        }
    }

    /** What lies between the local time and UTC, when it can be a time zone. */
    private static Optional<ZoneId> zone(LocalDateTime local, double unix) {
        long apart = local.toEpochSecond(ZoneOffset.UTC) - Math.round(unix);
        long offset = Math.floorDiv(apart + QUARTER / 2, QUARTER) * QUARTER;
        return Math.abs(offset) <= FARTHEST_ZONE
                ? Optional.of(ZoneOffset.ofTotalSeconds((int) offset))
                : Optional.empty();
    }
}
