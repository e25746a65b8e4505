// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pigenny devices}: the devices of the site and their readings; with {@code --write} a write that is looked at afterwards. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Show the devices of the site and their readings, or write to one.")
final class DevicesCommand implements Callable<Integer> {
    private static final int MOST_PLACES = 3;

    @Option(names = "--write", paramLabel = "DEVICE", description = "Write registers of this device, and look whether it took them.")
    private @Nullable String device;

    @Parameters(paramLabel = "REGISTER=VALUE", description = "With --write: what to write, in this order.")
    private List<String> steps = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String target = device;
        if ((target == null) != steps.isEmpty()) {
            throw CliException.wrongLine("A write is devices --write=DEVICE REGISTER=VALUE [REGISTER=VALUE…].");
        }
        if (target != null) {
            return AskCommand.ask(spec, "write " + target + " " + String.join(" ", steps));
        }
        Map<String, @Nullable Object> answer = SocketClient.ask(Home.of(System.getenv()).socket(),
                Json.object("command", "devices"));
        PrintWriter out = spec.commandLine().getOut();
        object(answer.get("status")).forEach((id, status) -> {
            out.println(head(String.valueOf(id), object(status)));
            object(object(object(answer.get("devices")).get(id)).get("readings"))
                    .forEach((register, reading) -> out.println("  " + register + " = " + said(object(reading))));
        });
        return 0;
    }

    private static String head(String id, Map<?, ?> status) {
        boolean online = Boolean.TRUE.equals(status.get("is_online"));
        Object next = status.get("next_try_in_s");
        return id + " (" + status.get("device_name") + ", " + status.get("device_type") + "): "
                + (online ? "online" : "offline, " + status.get("last_error"))
                + (next == null ? "" : ", tried again in " + next + " s");
    }

    private static String said(Map<?, ?> reading) {
        Object unit = reading.get("unit");
        return (rounded(reading.get("value")) + " " + (unit == null ? "" : unit)).strip();
    }

    /** What is reckoned from readings has more places than anybody measures. */
    private static @Nullable Object rounded(@Nullable Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .setScale(MOST_PLACES, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : value;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
