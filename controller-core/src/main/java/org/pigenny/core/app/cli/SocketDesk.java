// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.app.setup.RelayBenches;
import org.pigenny.core.app.setup.SetupDesk;
import org.pigenny.core.app.setup.SetupDoor;
import org.pigenny.core.app.setup.StateJson;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.RelaySettings;

/**
 * The steps beside a running core: it does them, but for the relays. Those are switched over a connection of this process, so
 * that its end is their end.
 */
final class SocketDesk implements SetupDesk, Commissioning, SettingsPort {
    private final Path socket;
    private final Supplier<RelaySettings> relay;

    /** @param relay the relay server's settings, for the connection of this process */
    SocketDesk(Path socket, Supplier<RelaySettings> relay) {
        this.socket = socket;
        this.relay = relay;
    }

    private Map<String, @Nullable Object> ask(String what, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>(fields);
        request.put("command", SetupDoor.PREFIX + what);
        Map<String, @Nullable Object> answer = SocketClient.ask(socket, request);
        if (answer.containsKey("error")) {
            throw new CliException(String.valueOf(answer.get("error")));
        }
        return answer;
    }

    private Outcome outcome(String what, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> answer = ask(what, fields);
        Message text = SetupDoor.said(String.valueOf(answer.get("text")));
        return Boolean.TRUE.equals(answer.get("accepted")) ? new Outcome.Accepted(text) : new Outcome.Refused(text);
    }

    @Override
    public Commissioning walk() {
        return this;
    }

    @Override
    public SettingsPort settings() {
        return this;
    }

    @Override
    public State state() {
        return StateJson.read(ask("state", Map.of()));
    }

    @Override
    public Search findInverter() {
        return SetupDoor.search(ask("search", Map.of()));
    }

    @Override
    public Outcome lookAtRelayServer() {
        return outcome("relay_server", Map.of());
    }

    @Override
    public Bench openWiring(boolean isolated, Origin who) {
        Map<String, @Nullable Object> before = ask("state", Map.of());
        Bench bench = RelayBenches.open(isolated, relay.get(), () -> ask("close_wiring",
                Json.object("in_error_before", before.get("in_error"))));
        if (bench instanceof Bench.Ready ready
                && outcome("open_wiring", Map.of()) instanceof Outcome.Refused refused) {
            ready.wiring().close();
            return new Bench.Refused(refused.why());
        }
        return bench;
    }

    @Override
    public Outcome settle(Step step, Standing standing, String note, Origin who) {
        return outcome("settle", Json.object("step", step.word(), "standing",
                standing.name().toLowerCase(Locale.ROOT), "note", note));
    }

    @Override
    public Outcome setPin(String digits, Origin who) {
        return outcome("pin", Json.object("digits", digits));
    }

    @Override
    public Outcome finish(Origin who) {
        return outcome("finish", Map.of());
    }

    @Override
    public List<SettingsPort.Entry> entries() {
        return SetupDoor.entries(ask("entries", Map.of()));
    }

    @Override
    public Outcome change(Map<String, String> changes, Origin origin) {
        return outcome("change", Json.object("changes", changes));
    }

    @Override
    public List<Version> versions() {
        return List.of();
    }

    @Override
    public Outcome rollBack(String versionId, Origin origin) {
        return new Outcome.Refused(Message.of("settings.no_version", versionId));
    }

    @Override
    public void close() {
        // Each question has its own connection.
    }
}
