// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Backups;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.app.admin.AdminPages;
import org.pigenny.core.app.backup.CoreBackups;
import org.pigenny.core.app.setup.SetupDoor;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.ServiceReport;

/** Answers requests of local tools: one JSON object in, one out. */
final class CommandDoor implements AdminPages.Door {
    private final Core core;
    private final RegisterDoor registers;
    private final WriteDoor writes;
    private final SetupDoor setup;
    private final CoreBackups backups;

    CommandDoor(Core core, RegisterDoor registers, WriteDoor writes, SetupDoor setup, CoreBackups backups) {
        this.core = core;
        this.setup = setup;
        this.backups = backups;
        this.registers = registers;
        this.writes = writes;
    }

    /** @param request with the field command: a command as {@link CommandWords} writes it, or status */
    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> request, Origin who) {
        Object text = request.get("command");
        if (!(text instanceof String words)) {
            return Json.object("error", "a request is {\"command\": \"…\"}");
        }
        if (words.equals("status")) {
            return status(core.snapshot(), core.commissioning().map(Commissioning::state));
        }
        if (words.startsWith(SetupDoor.PREFIX)) {
            return setup.answer(request, who);
        }
        if (words.equals("restore")) {
            return outcome(backups.restore(Path.of(String.valueOf(request.get("file"))), who, Backups.Progress.NONE,
                    Boolean.TRUE.equals(request.get("engine_is_off"))));
        }
        if (words.startsWith("registers ")) {
            return registers.answer(words);
        }
        if (words.startsWith("reboot")) {
            return outcome(reboot(words.substring("reboot".length()).strip(), who));
        }
        if (words.equals("devices")) {
            return StateFiles.readings(core.snapshot());
        }
        if (words.startsWith("write ")) {
            return writes.answer(words, who);
        }
        if (words.startsWith("roll_back ")) {
            return outcome(core.settings().rollBack(words.substring("roll_back ".length()), who));
        }
        Optional<Command> command = CommandWords.parse(words);
        return command.isPresent()
                ? outcome(core.submit(command.get(), who))
                : Json.object("error", "there is no command " + words);
    }

    @Override
    public Map<String, @Nullable Object> outcome(Outcome outcome) {
        return Json.object("accepted", outcome instanceof Outcome.Accepted, "text", Words.english(outcome));
    }

    private Outcome reboot(String typed, Origin who) {
        return core.workshop()
                .map(workshop -> workshop.reboot(typed, who))
                .orElse(new Outcome.Refused(Message.of("reboot.not_here")));
    }

    static Map<String, @Nullable Object> status(CoreSnapshot now, Optional<Commissioning.State> commissioning) {
        Map<String, @Nullable Object> status = new LinkedHashMap<>(StateFiles.control(now));
        now.inverter()
                .readings()
                .forEach((quantity, reading) -> status.put(StateFiles.word(quantity),
                        reading.value()));
        status.put("devices", StateFiles.status(now));
        status.put("next", now.control().next().map(Words::english));
        status.put("active_alarms", StateFiles.alarms(now));
        Map<String, @Nullable Object> services = new LinkedHashMap<>();
        for (ServiceReport service : now.services()) {
            services.put(service.name(), service.state().name().toLowerCase(java.util.Locale.ROOT));
        }
        status.put("services", services);
        commissioning.ifPresent(state -> status.put("commissioning", Json.object("open", state.open(), "left",
                state.left().stream().map(Commissioning.Step::word).toList())));
        return status;
    }
}
