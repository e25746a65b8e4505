// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.device.inverter.Recordings;

class RecordingsTest {
    @Test
    void theLongLayoutGivesItsRegisters() {
        RecordedDay day = RecordedDay.parse(Recordings.text(Recordings.DAY));
        assertEquals(128, day.rows().size());
        RecordedRow first = day.rows().getFirst();
        assertEquals(1_766_961_590, first.unix());
        assertEquals(OptionalInt.of(51), first.soc());
        assertEquals(52.4, first.volts().getAsDouble());
        assertEquals(294, first.pvWatts().getAsDouble());
        assertEquals(OptionalInt.of(529), first.register(11));
        assertEquals(OptionalInt.of(517), first.register(107));
        assertEquals(OptionalInt.empty(), first.register(170));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data_dec27.csv", "data_dec27a.csv"})
    void theOtherLayoutGivesTheSameRegistersByItsOwnNames(String file) {
        RecordedRow row = RecordedDay.parse(Recordings.text(file)).rows().getFirst();
        assertEquals(OptionalInt.of(39), row.soc());
        assertEquals(52.1, row.volts().getAsDouble());
        assertEquals(0, row.pvWatts().getAsDouble());
        assertEquals(OptionalInt.of(14_592), row.register(6));
    }

    @Test
    void timeIsUtcSecondsThoughTheLocalTimesJumpBetweenZones() {
        double evening = RecordedDay.parse(Recordings.text("data_dec27a.csv")).rows().getFirst().unix();
        double next = RecordedDay.parse(Recordings.text(Recordings.DAY)).rows().getFirst().unix();
        assertEquals(1_766_895_927, evening);
        assertTrue(next > evening);
    }

    @Test
    void lineEndsDoNotMatter() {
        String text = Recordings.text(Recordings.DAY).replace("\r\n", "\n");
        assertEquals(RecordedDay.parse(text), RecordedDay.parse(text.replace("\n", "\r\n")));
    }

    @Test
    void ourOwnDailyFileIsReadTooWithItsLoad() {
        RecordedRow row = RecordedDay
                .parse("""
                        timestamp,timestamp_unix,soc_pct,soh_pct,vbat_v,pv1_power_w,pv2_power_w,load_power_w,charge_power_w,discharge_power_w
                        2026-01-01T00:00:00,1767225600,44,94,52.1,100,200,1415,0,1491
                        """)
                .rows()
                .getFirst();
        assertEquals(OptionalInt.of(44), row.soc());
        assertEquals(52.1, row.volts().getAsDouble());
        assertEquals(300, row.pvWatts().getAsDouble());
        assertEquals(OptionalInt.of(1415), row.register(170));
        assertEquals(OptionalInt.of(1491), row.register(11));
    }

    @Test
    void anEmptyCellIsAMissingValueAndNotZero() {
        RecordedRow row = RecordedDay.parse("timestamp_unix,soc_pct,vbat_v\n1767225600,,52.1\n").rows().getFirst();
        assertTrue(row.soc().isEmpty());
        assertFalse(row.registers().containsKey(5));
        assertTrue(row.pvWatts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n1,2\n", "timestamp_unix,soc_pct\nyesterday,44\n"})
    void whatIsNoRecordingIsRefusedWithItsLine(String text) {
        assertThrows(IllegalArgumentException.class, () -> RecordedDay.parse(text));
    }

    @Test
    void scansKeepTheirValuesAndTheirRemarks() {
        RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
        assertEquals(200, scan.values().size());
        assertEquals(3, scan.remarks().size());
        assertEquals(500, RegisterScan.parse(Recordings.text(Recordings.HOLDING)).values().size());
        assertTrue(RegisterScan.parse(Recordings.text(Recordings.SCAN_SLAVE_2)).values().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> RegisterScan.parse("r=5 (0x0006) = 1"));
    }
}
