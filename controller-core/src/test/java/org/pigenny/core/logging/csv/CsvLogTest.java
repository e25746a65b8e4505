// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.logging.Plant;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;

class CsvLogTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 28);

    @TempDir
    Path folder;

    @Test
    void aNewFileBeginsWithTheHeaderAndAnOldOneGetsNoSecondOne() throws IOException {
        CsvLog log = new CsvLog(folder.resolve("not/there/yet"));
        log.append(new CsvRow(DAY, "a"));
        log.append(new CsvRow(DAY, "b"));
        new CsvLog(folder.resolve("not/there/yet")).append(new CsvRow(DAY, "c"));
        log.append(new CsvRow(DAY.plusDays(1), "d"));
        assertEquals(List.of(CsvRow.HEADER, "a", "b", "c"),
                Files.readAllLines(folder.resolve("not/there/yet/data_20251228.csv")));
        assertEquals(List.of(CsvRow.HEADER, "d"),
                Files.readAllLines(folder.resolve("not/there/yet/data_20251229.csv")));
    }

    @Test
    void aFileDeletedInBetweenBeginsAnew() throws IOException {
        CsvLog log = new CsvLog(folder);
        log.append(new CsvRow(DAY, "a"));
        Files.delete(log.file(DAY));
        log.append(new CsvRow(DAY, "b"));
        assertEquals(List.of(CsvRow.HEADER, "b"), Files.readAllLines(log.file(DAY)));
    }

    @Test
    void whatACutOfPowerLeftOfARowIsTakenAway() throws IOException {
        CsvLog log = new CsvLog(folder);
        log.append(new CsvRow(DAY, "a"));
        Files.writeString(log.file(DAY), Files.readString(log.file(DAY)) + "half of a r");
        log.append(new CsvRow(DAY, "b"));
        assertEquals(List.of(CsvRow.HEADER, "a", "b"), Files.readAllLines(log.file(DAY)));
        Files.writeString(log.file(DAY.plusDays(1)), "timestamp,timest");
        log.append(new CsvRow(DAY.plusDays(1), "c"));
        assertEquals(List.of(CsvRow.HEADER, "c"), Files.readAllLines(log.file(DAY.plusDays(1))));
    }

    @Test
    void theColumnsAreTheSpecifiedOnes() {
        assertEquals("timestamp,timestamp_unix,soc_pct,soh_pct,vbat_v,vpv1_v,vpv2_v,pv1_power_w,pv2_power_w,"
                + "load_power_w,charge_power_w,discharge_power_w,generator_state,generator_running", CsvRow.HEADER);
    }

    @Test
    void aRowShowsWhatIsKnownInTheOwnersTime() {
        Plant plant = new Plant(Instant.parse("2025-12-28T22:39:50.700Z"));
        plant.reads(Quantity.SOC, 51)
                .reads(Quantity.SOH, 94)
                .reads(Quantity.BATTERY_VOLTAGE, 52.4)
                .reads(Quantity.PV1_VOLTAGE, 405.9)
                .reads(Quantity.PV2_VOLTAGE, 379.7)
                .reads(Quantity.PV1_POWER, 142)
                .reads(Quantity.PV2_POWER, 152)
                .reads(Quantity.LOAD_POWER, 529)
                .reads(Quantity.CHARGE_POWER, 0)
                .reads(Quantity.DISCHARGE_POWER, 529)
                .control(GeneratorState.RUNNING, RunReason.SOC, Message.of("x"))
                .engine(EnginePhase.LOADED, true, 1, 1, Duration.ZERO);
        assertEquals("2025-12-28T14:39:50,1766961590,51,94,52.4,405.9,379.7,142,152,529,0,529,RUNNING,1",
                row(plant));
    }

    @Test
    void whatIsNotKnownIsEmptyAndAnOldValueIsNotKnown() {
        Plant plant = new Plant(Instant.parse("2025-12-28T22:39:50Z"));
        plant.reads(Quantity.SOC, 51).passes(Duration.ofSeconds(76)).reads(Quantity.BATTERY_VOLTAGE, 52.4);
        assertEquals("2025-12-28T14:41:06,1766961666,,,52.4,,,,,,,,IDLE,", row(plant));
        plant.engine(EnginePhase.OFF, false, 0, 0, Duration.ZERO);
        assertEquals("2025-12-28T14:41:06,1766961666,,,52.4,,,,,,,,IDLE,0", row(plant));
        plant.relay(LinkReport.State.DOWN);
        assertEquals("2025-12-28T14:41:06,1766961666,,,52.4,,,,,,,,IDLE,", row(plant));
        assertFalse(row(plant).contains("null"));
    }

    private static String row(Plant plant) {
        return CsvRow.of(plant.snapshot(), plant.time.nanos(), plant.time.wall(), Plant.ZONE).line();
    }
}
