// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.LoggingSettings;

class ContractTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    Path folder;

    private final Plant plant = new Plant(START);
    private Records records = new Records(Path.of("unused"), LoggingSettings.defaults(), plant.time);

    @BeforeEach
    void open() throws InterruptedException {
        records = new Records(folder.resolve("controller.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofHours(1), 7), plant.time);
        records.cycle();
    }

    @AfterEach
    void close() {
        records.close();
    }

    private <T> List<T> ask(String sql, Session.Mapper<T> mapper) throws Exception {
        try (Session session = new StoreFile(folder.resolve("controller.db")).openToRead()) {
            return session.query(sql, mapper);
        }
    }

    private String columns(String table) throws Exception {
        return String.join(",", ask("SELECT name FROM pragma_table_info('" + table + "')", row -> row.getString(1)));
    }

    @Test
    void tablesAndColumnsAreThoseOfTheContract() throws Exception {
        assertEquals("id,timestamp,site_id,total_load_kw,total_load_kw_min,total_load_kw_max,solar_output_kw,"
                + "solar_output_kw_min,solar_output_kw_max,dg_power_kw,solar_limit_pct,solar_limit_kw,safe_mode_active,"
                + "config_mode,operation_mode,load_meters_online,inverters_online,generators_online,execution_time_ms,"
                + "device_readings,synced_at,created_at", columns("control_logs"));
        assertEquals("id,alarm_id,site_id,alarm_type,device_id,device_name,message,condition,severity,timestamp,"
                + "acknowledged,acknowledged_by,acknowledged_at,resolved,resolved_at,synced_at,created_at,text",
                columns("alarms"));
        assertEquals("id,site_id,device_id,register_name,value,unit,timestamp,source,synced_at,created_at",
                columns("device_readings"));
    }

    @Test
    void eachReadingIsStoredOnceWithTheSecondInWhichItWasRead() throws Exception {
        for (int second = 0; second <= 120; second++) {
            if (second % 30 == 0) {
                plant.reads(Quantity.SOC, 50).reads(Quantity.CHARGE_POWER, 0);
            }
            if (second == 60) {
                plant.forgets();
            }
            records.accept(plant.snapshot());
            records.cycle();
            plant.passes(Duration.ofSeconds(1));
        }
        assertEquals(List.of("2026-01-31T10:00:00Z 50.0 %", "2026-01-31T10:00:30Z 50.0 %"),
                ask("SELECT timestamp, value, unit FROM device_readings WHERE register_name = 'soc'"
                        + " AND timestamp < '2026-01-31T10:01:00Z' ORDER BY id",
                        row -> row.getString(1) + " " + row.getDouble(2) + " " + row.getString(3)));
        assertEquals(List.of(0.0),
                ask("SELECT DISTINCT value FROM device_readings WHERE register_name = 'charge_power'",
                        row -> row.getDouble(1)));
        assertTrue(ask("SELECT count(*) FROM device_readings WHERE synced_at IS NULL", row -> row.getInt(1))
                .getFirst() >= 6);
    }

    @Test
    void aControlLogRowIsLeftOutWhileNothingChangesByAPercent() throws Exception {
        double[] loads = {500, 502, 504, 506, 600, 600};
        for (double load : loads) {
            for (int i = 0; i < 6; i++) {
                plant.reads(Quantity.LOAD_POWER, i == 3 ? load + 1000 : load)
                        .reads(Quantity.PV_POWER, 0)
                        .engine(EnginePhase.OFF, false, 0, 0, Duration.ZERO);
                records.accept(plant.snapshot());
                records.cycle();
                plant.passes(Duration.ofSeconds(10));
            }
        }
        for (int i = 0; i < 7; i++) {
            records.accept(plant.reads(Quantity.LOAD_POWER, 600).reads(Quantity.PV_POWER, 0).snapshot());
            records.cycle();
            plant.passes(Duration.ofSeconds(10));
        }
        List<String> rows = ask(
                "SELECT timestamp, total_load_kw, total_load_kw_min, total_load_kw_max, solar_output_kw,"
                        + " generators_online FROM control_logs ORDER BY id",
                row -> row.getString(1) + " " + row.getDouble(2) + " "
                        + row.getDouble(3) + " " + row.getDouble(4) + " " + row.getDouble(5) + " " + row.getInt(6));
        assertEquals(List.of("2026-01-31T10:01:00Z 0.502 0.5 1.5 0.0 1", "2026-01-31T10:04:00Z 0.6 0.506 1.506 0.0 1"),
                rows.stream().limit(2).toList());
        assertEquals(2, rows.size(), rows.toString());
    }

    @Test
    void anAlarmByRuleIsAStandingAlarmAnEventAndARowUntilItResolves() throws Exception {
        records.judge(Map.of("cpu_temp_celsius", 71.0));
        records.judge(Map.of("cpu_temp_celsius", 72.0));
        records.cycle();
        assertEquals(List.of("C-510"), records.alarms().stream().map(AlarmReport::code).toList());
        assertEquals(1, records.newest().size());
        assertEquals(List.of("controller_cpu_temp C-510 warning cpu_temp_celsius > 70.0 0"),
                ask("SELECT alarm_id, alarm_type, severity, condition, resolved FROM alarms",
                        row -> row.getString(1) + " "
                                + row.getString(2) + " " + row.getString(3) + " " + row.getString(4) + " "
                                + row.getInt(5)));
        assertTrue(records.acknowledge("C-510", Origin.SCREEN));
        records.judge(Map.of("cpu_temp_celsius", 90.0));
        records.judge(Map.of("cpu_temp_celsius", 40.0));
        records.cycle();
        assertEquals(List.of(), records.alarms());
        assertEquals(List.of("critical 1 screen 1"),
                ask("SELECT severity, acknowledged, acknowledged_by, resolved FROM alarms",
                        row -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3) + " " + row.getInt(4)));
        assertEquals("C-510", records.history().alarms(Instant.MAX, 10).getFirst().code());
    }

    @Test
    void anOpenAlarmOfAnEarlierProcessGoesOnWithoutASecondRow() throws Exception {
        records.judge(Map.of("cpu_temp_celsius", 71.0));
        records.close();
        open();
        records.judge(Map.of("cpu_temp_celsius", 71.0));
        records.cycle();
        assertEquals(1, records.alarms().size());
        assertEquals(1, records.newest().size());
        assertEquals(List.of(1), ask("SELECT count(*) FROM alarms", row -> row.getInt(1)));
        records.judge(Map.of("cpu_temp_celsius", 40.0));
        records.cycle();
        assertEquals(List.of(1), ask("SELECT resolved FROM alarms", row -> row.getInt(1)));
    }

    @Test
    void controlsAlarmsAndOursDoNotResolveEachOther() throws Exception {
        plant.control(GeneratorState.IDLE, RunReason.NONE, Message.of("test.idle"));
        records.judge(Map.of("disk_usage_pct", 85.0));
        records.accept(plant.snapshot());
        records.cycle();
        assertEquals(List.of(0), ask("SELECT resolved FROM alarms", row -> row.getInt(1)));
        records.close();
        open();
        records.accept(plant.snapshot());
        records.cycle();
        assertEquals(List.of(0), ask("SELECT resolved FROM alarms", row -> row.getInt(1)));
    }

    @Test
    void theStatisticsHaveTheContractsNames() throws Exception {
        records.accept(plant.reads(Quantity.SOC, 50).snapshot());
        records.cycle();
        Map<String, Object> stats = records.stats().stats();
        assertTrue(stats.keySet().containsAll(List.of("database", "active_alarms", "buffer", "timing")));
        Map<?, ?> database = (Map<?, ?>) Optional.ofNullable(stats.get("database")).orElseThrow();
        assertTrue(database.keySet()
                .containsAll(List.of("total_control_logs", "unsynced_device_readings",
                        "db_size_bytes")),
                database.toString());
        assertTrue(String.valueOf(records.stats().debug().get("diagnostics")).contains("buffer_peak_24h="));
    }
}
