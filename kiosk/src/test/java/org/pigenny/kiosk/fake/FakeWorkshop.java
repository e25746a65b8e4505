// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.RegisterPort;

/** Answers as the real one does: a reboot only for the right word and with the engine at rest. */
public final class FakeWorkshop implements Workshop {
    private final House house;
    private final List<String> reboots = new CopyOnWriteArrayList<>();
    private volatile RegisterPort.@org.jspecify.annotations.Nullable Answer answer;

    public FakeWorkshop(House house) {
        this.house = house;
    }

    /** What every later question for registers gets. */
    public void answers(RegisterPort.Answer other) {
        answer = other;
    }

    public List<String> reboots() {
        return List.copyOf(reboots);
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check("Inverter port", Check.Verdict.PASSED, Message.of("/dev/ttySC1 answers.")),
                new Check("Relay board", Check.Verdict.FAILED, Message.of("No answer from 10.2.242.109:9999.")),
                new Check("Cloud", Check.Verdict.SKIPPED, Message.of("No address is set.")));
    }

    @Override
    public Path bundle(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("support.zip"), "bundle");
    }

    @Override
    public RegisterPort.Answer registers(boolean holding, int start, int count) {
        RegisterPort.Answer other = answer;
        return other != null
                ? other
                : new RegisterPort.Answer.Words(
                        IntStream.range(start, start + count).mapToObj(at -> at * 2731 % 65_536).toList());
    }

    @Override
    public Outcome reboot(String typed, Origin who) {
        if (!typed.equals(REBOOT)) {
            return new Outcome.Refused(Message.of("Type REBOOT."));
        }
        if (house.phase != EnginePhase.OFF) {
            return new Outcome.Refused(Message.of("The engine runs: no reboot now."));
        }
        reboots.add(typed);
        return new Outcome.Accepted(Message.of("Rebooting."));
    }
}
