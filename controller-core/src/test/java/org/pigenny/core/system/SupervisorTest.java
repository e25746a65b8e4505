// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.ServiceReport;

final class SupervisorTest {
    private final LeapingTime time = new LeapingTime();
    private final List<String> log = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> raised = new ArrayList<>();
    private final Map<String, ScriptedUnit> units = new LinkedHashMap<>();
    private List<ServiceReport> reports = List.of();
    private final Supervisor supervisor;

    SupervisorTest() {
        for (String name : List.of("system", "config", "device", "control", "logging")) {
            units.put(name, new ScriptedUnit(name, !name.equals("logging"), time, log));
        }
        supervisor = new Supervisor(Timings.CONTRACT, time, List.copyOf(units.values()), new SafeModeLatch() {
            @Override
            public void raise(String reason) {
                if (!active()) {
                    raised.add(time.seconds() + " " + reason);
                }
            }

            @Override
            public boolean active() {
                return !raised.isEmpty();
            }
        }, events::add, now -> reports = now);
    }

    @Test
    void the_constants_are_those_of_the_contract() {
        Timings contract = Timings.CONTRACT;
        assertEquals(3, contract.maxRestarts());
        assertEquals(Duration.ofSeconds(10), contract.restartCooldown());
        assertEquals(Duration.ofSeconds(10), contract.probeInterval());
        assertEquals(Duration.ofSeconds(30), contract.startupTimeout());
        assertEquals(Duration.ofSeconds(1), contract.startupPoll());
        assertEquals(Duration.ofSeconds(5), contract.probeTimeout());
        assertEquals(Duration.ofMillis(100), contract.afterSpawn());
        assertEquals(Duration.ofSeconds(2), contract.firstProbe());
        assertEquals(Duration.ofSeconds(2), contract.serviceGap());
        assertEquals(Duration.ofSeconds(5), contract.grace());
        assertEquals(Duration.ofMillis(500), contract.stopGap());
        assertEquals(Duration.ofSeconds(10), contract.stopWait());
    }

    @Test
    void services_start_in_order_at_least_two_seconds_apart_and_stop_in_reverse() throws InterruptedException {
        supervisor.boot();
        assertEquals(List.of("0.0 start system", "4.0 start config", "8.0 start device", "12.0 start control",
                "16.0 start logging"), log);
        assertEquals(25.0, time.seconds(), "five seconds of grace before monitoring");
        log.clear();
        supervisor.stopAll();
        assertEquals(List.of("25.0 stop logging", "25.5 stop control", "26.0 stop device", "26.5 stop config",
                "27.0 stop system"), log);
        assertTrue(reports.stream().allMatch(report -> report.state() == ServiceReport.State.STOPPED));
    }

    @Test
    void a_critical_service_that_does_not_come_up_in_30_seconds_raises_safe_mode_and_the_others_start()
            throws InterruptedException {
        unit("device").sick();
        supervisor.boot();
        assertEquals(List.of("0.0 start system", "4.0 start config", "8.0 start device", "42.0 start control",
                "46.0 start logging"), log);
        assertEquals(List.of("40.0 device: sick"), raised);
    }

    @Test
    void control_failing_three_restarts_raises_safe_mode_once_and_is_tried_further_every_five_minutes()
            throws InterruptedException {
        supervisor.boot();
        log.clear();
        unit("control").sick();
        monitorUntil(1000);
        assertEquals(1, raised.size());
        assertEquals(List.of("25.0 kill control", "35.0 start control", "65.0 kill control", "75.0 start control",
                "105.0 kill control", "115.0 start control", "145.0 kill control", "445.0 start control",
                "475.0 kill control", "775.0 start control", "805.0 kill control"), log);
        assertEquals(List.of("145.0 control: sick"), raised);
    }

    @Test
    void a_service_that_comes_back_healthy_begins_to_count_anew() throws InterruptedException {
        supervisor.boot();
        unit("control").sick();
        monitorUntil(40);
        unit("control").healthy();
        monitorUntil(100);
        assertEquals(ServiceReport.State.HEALTHY, report("control").state());
        assertEquals(1, report("control").restarts());
        unit("control").sick();
        monitorUntil(200);
        assertEquals(List.of(), raised, "two more failures are not yet three");
    }

    @Test
    void flapping_escalates_although_each_restart_comes_up_healthy() throws InterruptedException {
        supervisor.boot();
        ScriptedUnit control = unit("control");
        for (int i = 0; i < 6; i++) {
            assertEquals(List.of(), raised);
            control.sick();
            awaitLog("kill control", i + 1);
            control.healthy();
            awaitLog("start control", i + 2);
            monitorUntil(time.seconds() + 30);
        }
        control.sick();
        monitorUntil(time.seconds() + 15);
        assertEquals(1, raised.size());
    }

    @Test
    void logging_dead_for_good_never_raises_safe_mode() throws InterruptedException {
        supervisor.boot();
        unit("logging").sick();
        monitorUntil(2000);
        assertEquals(List.of(), raised);
        assertEquals(ServiceReport.State.UNHEALTHY, report("logging").state());
        assertTrue(events.stream().anyMatch(event -> event.text().key().equals("service.given_up")));
    }

    @Test
    void restarting_one_service_does_not_hold_up_the_watch_over_another() throws InterruptedException {
        supervisor.boot();
        log.clear();
        unit("config").sick();
        unit("device").sick();
        monitorUntil(36);
        assertEquals(List.of("25.0 kill config", "25.0 kill device", "35.0 start config", "35.0 start device"), log);
    }

    @Test
    void a_look_that_is_not_answered_yet_holds_up_nobody() throws InterruptedException {
        supervisor.boot();
        log.clear();
        CompletableFuture<Health> late = new CompletableFuture<>();
        unit("system").health(() -> late);
        unit("device").sick();
        monitorUntil(27);
        assertEquals(List.of("25.0 kill device"), log);
        late.complete(Health.bad("no answer within 5000 ms"));
        monitorUntil(29);
        assertEquals(List.of("25.0 kill device", "27.0 kill system"), log);
    }

    @Test
    void a_healthy_system_is_left_alone() throws InterruptedException {
        supervisor.boot();
        log.clear();
        monitorUntil(5000);
        assertEquals(List.of(), log);
        assertFalse(reports.isEmpty());
        assertTrue(reports.stream().allMatch(report -> report.state() == ServiceReport.State.HEALTHY));
    }

    private void awaitLog(String what, int times) throws InterruptedException {
        double limit = time.seconds() + 200;
        while (log.stream().filter(line -> line.endsWith(what)).count() < times) {
            assertTrue(time.seconds() < limit, () -> "no " + what + ": " + log);
            monitorUntil(time.seconds() + 1);
        }
    }

    private void monitorUntil(double seconds) throws InterruptedException {
        while (time.seconds() < seconds) {
            supervisor.round();
            time.sleep(Duration.ofSeconds(1));
        }
    }

    private ScriptedUnit unit(String name) {
        return Objects.requireNonNull(units.get(name));
    }

    private ServiceReport report(String name) {
        return reports.stream().filter(report -> report.name().equals(name)).findFirst().orElseThrow();
    }
}
