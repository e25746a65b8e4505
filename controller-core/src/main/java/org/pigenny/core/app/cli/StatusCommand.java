// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the running core does, and why. */
@Command(name = "status", description = "Show what the running core does, and why.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, @Nullable Object> status = SocketClient.ask(Home.of(System.getenv()).socket(),
                Json.object("command", "status"));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(status));
            return 0;
        }
        out.println("Generator " + status.get("generator_state") + ", phase " + status.get("generator_phase")
                + ", reason " + status.get("generator_reason"));
        out.println(status.get("why"));
        out.println("SOC " + said(status.get("soc"), "%") + ", battery " + said(status.get("battery_voltage"), "V")
                + ", PV " + said(status.get("pv_power"), "W") + ", load " + said(status.get("load_power"), "W"));
        if (status.get("commissioning") instanceof Map<?, ?> steps && Boolean.TRUE.equals(steps.get("open"))) {
            out.println("Commissioning is not finished: nothing starts by itself. Left: " + steps.get("left"));
        }
        if (status.get("services") instanceof Map<?, ?> services) {
            out.println("Services: " + services.entrySet()
                    .stream()
                    .map(service -> service.getKey() + " " + service.getValue())
                    .collect(Collectors.joining(", ")));
        }
        if (status.get("active_alarms") instanceof Iterable<?> alarms) {
            alarms.forEach(alarm -> out.println(alarm instanceof Map<?, ?> one ? said(one) : alarm));
        }
        return 0;
    }

    private static String said(Map<?, ?> alarm) {
        return "Alarm " + alarm.get("code") + " (" + alarm.get("severity") + ", " + alarm.get("state") + "): "
                + alarm.get("text") + " Since " + seconds(String.valueOf(alarm.get("first"))) + ".";
    }

    private static String seconds(String instant) {
        try {
            return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    private static String said(@Nullable Object value, String unit) {
        return value == null ? "unknown" : value + " " + unit;
    }
}
