// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.diag.Finding.Verdict;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.time.TimeSource;

/** Runs the fourteen steps (operations.md) against a core that may be well, ill or dead. */
public final class Diagnosis {
    private static final long HEARTBEAT_OLD_S = 60;
    private static final Duration STATE_OLD = Duration.ofSeconds(30);
    private static final List<String> SERVICES = List.of("system", "config", "device", "control", "logging");

    private final Home home;
    private final SharedState state;
    private final HostSteps host;
    private final Secrets secrets;
    private final Map<String, Long> ports = new LinkedHashMap<>();

    private interface Step {
        Look look();
    }

    public Diagnosis(Home home, TimeSource real) {
        this.home = home;
        this.state = new SharedState(home.state(), real);
        this.host = new HostSteps(home);
        this.secrets = Secrets.of(home);
    }

    /** @param each told of every finding as it comes */
    public List<Finding> run(Consumer<Finding> each) {
        findPorts();
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("Heartbeat", this::heartbeat);
        steps.put("Services", this::services);
        steps.put("Health ports", this::healthPorts);
        steps.put("State files", this::stateFiles);
        steps.put("Errors of the last hour", host::errors);
        steps.put("Control and device live", this::live);
        steps.put("Tunnel", host::tunnel);
        steps.put("Rows not uploaded", host::backlog);
        steps.put("Safe mode", this::safeMode);
        steps.put("Resources", host::resources);
        steps.put("Network", host::network);
        steps.put("Configuration", this::configuration);
        steps.put("Records", this::records);
        steps.put("Journal since boot", host::boot);
        List<Finding> findings = new ArrayList<>();
        steps.forEach((title, step) -> {
            Look look = step.look();
            Finding finding = new Finding(findings.size() + 1, title, look.asked(),
                    secrets.without(look.answer()), look.verdict());
            findings.add(finding);
            each.accept(finding);
        });
        return findings;
    }

    private void findPorts() {
        Map<String, @Nullable Object> health = state.readFresh("service_health");
        for (String service : SERVICES) {
            if (health.get(service) instanceof Map<?, ?> fields && fields.get("port") instanceof Long port) {
                ports.put(service, port);
            }
        }
    }

    private Look heartbeat() {
        Object age = state.readFresh("heartbeat").get("age_s");
        boolean fresh = stateAge("heartbeat").filter(time -> time.compareTo(STATE_OLD) < 0).isPresent();
        boolean good = fresh && age instanceof Long seconds && seconds <= HEARTBEAT_OLD_S;
        return Look.of("age of the newest heartbeat", age == null ? "none was sent" : age + " s", good);
    }

    private Look services() {
        Map<String, @Nullable Object> health = state.readFresh("service_health");
        String answer = SERVICES.stream()
                .map(service -> service + " " + field(health.get(service), "status")
                        + ", restarts " + field(health.get(service), "restart_count"))
                .collect(Collectors.joining("\n"));
        String unit = Tools.run("systemctl", "is-active", "pigenny").map(text -> "\nunit " + text.strip()).orElse("");
        boolean good = SERVICES.stream()
                .allMatch(service -> "healthy".equals(field(health.get(service), "status")));
        return Look.of("service_health.json and the unit", answer + unit, good);
    }

    private static String field(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> fields ? String.valueOf(fields.get(name)) : "unknown";
    }

    private Look healthPorts() {
        List<String> answers = new ArrayList<>();
        boolean good = true;
        for (String service : SERVICES) {
            Optional<String> answer = Optional.ofNullable(ports.get(service))
                    .flatMap(port -> Tools.page(port, "/health"));
            answers.add(service + ": " + answer.orElse("no answer"));
            good &= answer.filter(text -> text.startsWith("200 ")).isPresent();
        }
        return Look.of("GET /health of five services on 127.0.0.1", String.join("\n", answers), good);
    }

    private Look stateFiles() {
        List<String> answers = new ArrayList<>();
        boolean good = true;
        for (String key : List.of("readings", "control_state", "config")) {
            Optional<Duration> age = stateAge(key);
            answers.add(key + ".json " + age.map(time -> time.toSeconds() + " s old").orElse("is not there"));
            // The configuration is written on change alone.
            good &= age.filter(time -> key.equals("config") || time.compareTo(STATE_OLD) < 0).isPresent();
        }
        return Look.of("ages of the state files in " + home.state(), String.join("\n", answers), good);
    }

    private Optional<Duration> stateAge(String key) {
        return state.age(key);
    }

    private Look live() {
        String control = ask("control", "/state");
        String device = ask("device", "/status");
        return Look.of("GET /state of control, /status of device", control + "\n" + device,
                control.startsWith("200 ") && device.startsWith("200 "));
    }

    private String ask(String service, String path) {
        return Optional.ofNullable(ports.get(service))
                .flatMap(port -> Tools.page(port, path))
                .orElse("no answer from " + service);
    }

    private Look safeMode() {
        Path file = home.durableState().resolve("safe_mode_override.json");
        Optional<String> content = Tools.file(file);
        return content.isEmpty()
                ? Look.of("cat " + file, "not there: safe mode is off", true)
                : new Look("cat " + file, content.get(), Verdict.WARNING);
    }

    private Look configuration() {
        Map<String, @Nullable Object> status = state.readFresh("config_status");
        String first = Tools.file(home.settingsFile())
                .map(text -> text.lines().limit(20).collect(Collectors.joining("\n")))
                .orElse("no file: defaults");
        return new Look("version, acknowledgements, first lines of " + home.settingsFile(),
                (status.isEmpty() ? "no config_status.json" : lines(status)) + "\n" + first,
                status.isEmpty()
                        ? Verdict.FAILED
                        : Boolean.TRUE.equals(status.get("config_changed")) ? Verdict.WARNING : Verdict.OK);
    }

    private static String lines(Map<String, @Nullable Object> fields) {
        return fields.entrySet()
                .stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    private Look records() {
        String stats = ask("logging", "/stats");
        String debug = ask("logging", "/debug");
        return Look.of("GET /stats and /debug of logging", stats + "\n" + debug,
                stats.startsWith("200 ") && debug.startsWith("200 "));
    }
}
