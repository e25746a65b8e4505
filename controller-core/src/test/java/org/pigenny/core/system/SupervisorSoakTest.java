// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.model.ServiceReport;

/** Hours of random faults on leaping time; the invariants hold at every round. */
final class SupervisorSoakTest {
    private static final List<String> NAMES = List.of("system", "config", "device", "control", "logging");
    private static final double COOLDOWN_S = 10;

    private final LeapingTime time = new LeapingTime();
    private final List<String> log = new ArrayList<>();
    private final Map<String, ScriptedUnit> units = new LinkedHashMap<>();
    private final List<String> raised = new ArrayList<>();
    private List<ServiceReport> reports = List.of();

    @Test
    void two_hours_of_faults_keep_every_invariant() throws InterruptedException {
        soak(7, Duration.ofHours(2));
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_day_of_faults_keeps_every_invariant(long seed) throws InterruptedException {
        soak(seed, Duration.ofHours(24));
    }

    private void soak(long seed, Duration length) throws InterruptedException {
        for (String name : NAMES) {
            units.put(name, new ScriptedUnit(name, !name.equals("logging"), time, log));
        }
        Supervisor supervisor = new Supervisor(Timings.CONTRACT, time, List.copyOf(units.values()),
                new SafeModeLatch() {
                    @Override
                    public void raise(String reason) {
                        raised.add(reason);
                    }

                    @Override
                    public boolean active() {
                        return !raised.isEmpty();
                    }
                }, event -> {}, now -> reports = now);
        supervisor.boot();
        Random random = new Random(seed);
        List<ScriptedUnit> all = List.copyOf(units.values());
        double end = time.seconds() + length.toSeconds();
        while (time.seconds() < end) {
            if (random.nextInt(120) == 0) {
                all.get(random.nextInt(all.size())).sick();
            }
            if (random.nextInt(40) == 0) {
                all.get(random.nextInt(all.size())).healthy();
            }
            supervisor.round();
            time.sleep(Duration.ofSeconds(1));
        }
        invariants();
        mends(supervisor);
    }

    private void invariants() {
        Map<String, Double> killedAt = new HashMap<>();
        Map<String, Boolean> lives = new HashMap<>();
        for (String line : log) {
            String[] words = line.split(" ");
            double at = Double.parseDouble(words[0]);
            if (words[1].equals("kill")) {
                assertTrue(lives.getOrDefault(words[2], false), () -> "killed what does not live: " + line);
                lives.put(words[2], false);
                killedAt.put(words[2], at);
            } else {
                assertTrue(!lives.getOrDefault(words[2], false), () -> "started twice: " + line);
                assertTrue(at - killedAt.getOrDefault(words[2], -COOLDOWN_S) >= COOLDOWN_S, () -> "too soon: " + line);
                lives.put(words[2], true);
            }
        }
        assertTrue(raised.stream().noneMatch(reason -> reason.startsWith("logging")), raised::toString);
    }

    /** Whatever was, health alone brings everything back. */
    private void mends(Supervisor supervisor) throws InterruptedException {
        units.values().forEach(ScriptedUnit::healthy);
        for (int i = 0; i < 400; i++) {
            supervisor.round();
            time.sleep(Duration.ofSeconds(1));
        }
        assertEquals(5, reports.stream().filter(report -> report.state() == ServiceReport.State.HEALTHY).count());
    }
}
