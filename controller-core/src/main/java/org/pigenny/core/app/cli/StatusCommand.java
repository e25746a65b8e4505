// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
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
        out.println("Services " + status.get("services"));
        if (status.get("active_alarms") instanceof Iterable<?> alarms) {
            alarms.forEach(alarm -> out.println("Alarm " + alarm));
        }
        return 0;
    }

    private static String said(@Nullable Object value, String unit) {
        return value == null ? "unknown" : value + " " + unit;
    }
}
