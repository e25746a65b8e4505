// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.commission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pigenny.core.device.inverter.Buses;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.Ask;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.device.profile.Register;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.time.TimeSource;

/**
 * Looks for the inverter: every port, the set speed first, then the others in use, the set address first. Says of each what
 * came back, and of what came back wrong the likely cause. Only reads.
 */
public final class Doctor {
    private static final List<Integer> SPEEDS = List.of(19_200, 9600, 115_200);
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final int DEVICE_TYPE = 19;
    private static final int FIRMWARE = 7;
    private static final int ADDRESS = 15;
    private static final int BROADCAST = 0;

    /** What one try brought. */
    private enum Heard {
        ANSWER, NOISE, NOTHING
    }

    private final InverterSettings settings;
    private final TimeSource real;
    private final Consumer<Message> say;
    private final Duration patience;

    /** @param say takes the findings one by one, as they are made */
    public Doctor(InverterSettings settings, TimeSource real, Consumer<Message> say) {
        this(settings, real, say, PATIENCE);
    }

    /** @param patience how long to wait for each answer */
    public Doctor(InverterSettings settings, TimeSource real, Consumer<Message> say, Duration patience) {
        this.patience = patience;
        this.settings = settings;
        this.real = real;
        this.say = say;
    }

    /**
     * Examines the ports.
     *
     * @param ports those to try besides the one that is set
     * @return whether an inverter answers with the settings as they are
     */
    public boolean examine(List<String> ports) throws InterruptedException {
        if (settings.connection() != Connection.SERIAL) {
            return tryOne(settings) == Heard.ANSWER;
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(settings.port());
        all.addAll(ports);
        boolean fine = false;
        for (String port : all) {
            boolean answers = examinePort(port);
            fine |= answers && port.equals(settings.port());
        }
        return fine;
    }

    /** @return whether it answers at the set speed and address */
    private boolean examinePort(String port) throws InterruptedException {
        say.accept(Message.of("doctor.port", port));
        Set<Integer> speeds = new LinkedHashSet<>();
        speeds.add(settings.baud());
        speeds.addAll(SPEEDS);
        List<Heard> heard = new ArrayList<>();
        for (int speed : speeds) {
            Optional<Message> trouble = trouble(at(port, speed, settings.slave()));
            if (trouble.isPresent()) {
                say.accept(trouble.get());
                return false;
            }
            Heard here = tryOne(at(port, speed, settings.slave()));
            heard.add(here);
            if (here == Heard.ANSWER) {
                if (speed != settings.baud()) {
                    say.accept(Message.of("doctor.other_speed", settings.baud(), speed));
                }
                return speed == settings.baud();
            }
            if (here == Heard.NOTHING && tryBroadcast(at(port, speed, BROADCAST))) {
                return false;
            }
        }
        say.accept(Message.of(heard.contains(Heard.NOISE) ? "doctor.noise" : "doctor.silence", settings.slave()));
        return false;
    }

    private InverterSettings at(String port, int baud, int slave) {
        return new InverterSettings(settings.profile(), Connection.SERIAL, port, baud, slave, patience, 0,
                settings.maxRegisters(), settings.rs485(), settings.host(), settings.tcpPort());
    }

    private Optional<Message> trouble(InverterSettings one) throws InterruptedException {
        try (Bus bus = Buses.bus(one, real)) {
            return bus.ask(new Ask.Read(one.slave(), Table.HOLDING, DEVICE_TYPE, 1), Duration.ZERO)
                    .answer() instanceof Answer.NoLine none ? Optional.of(none.why()) : Optional.empty();
        }
    }

    private Heard tryOne(InverterSettings one) throws InterruptedException {
        try (Bus bus = Buses.bus(one, real)) {
            Answer type = bus.ask(new Ask.Read(one.slave(), Table.HOLDING, DEVICE_TYPE, 1), patience).answer();
            if (type instanceof Answer.NoLine none) {
                say.accept(none.why());
                return Heard.NOTHING;
            }
            if (type instanceof Answer.Garbled) {
                say.accept(Message.of("doctor.garbled_at", one.baud()));
                return Heard.NOISE;
            }
            if (!LinkKeeper.answered(type)) {
                say.accept(Message.of("doctor.silent_at", one.baud(), one.slave()));
                return Heard.NOTHING;
            }
            if (type instanceof Answer.Refused refused) {
                say.accept(Message.of("doctor.other_make", one.baud(), one.slave(), refused.code()));
                return Heard.ANSWER;
            }
            say.accept(Message.of("doctor.answers", one.baud(), one.slave(), name(type), firmware(bus, one)));
            return Heard.ANSWER;
        }
    }

    private static Message name(Answer type) {
        if (!(type instanceof Answer.Words words)) {
            return Message.of("doctor.unknown_type", "?");
        }
        int value = words.words().getFirst();
        return Profiles.names()
                .stream()
                .map(Profiles::named)
                .filter(profile -> profile.identity()
                        .map(id -> id.value() == value && id.address() == DEVICE_TYPE)
                        .orElse(false))
                .findFirst()
                .map(profile -> Message.of("doctor.known_type", profile.title(), value))
                .orElse(Message.of("doctor.unknown_type", Integer.toString(value)));
    }

    private String firmware(Bus bus, InverterSettings one) throws InterruptedException {
        Register row = Profiles.named(Profiles.LUXPOWER).register("firmware").orElseThrow();
        Answer answer = bus.ask(new Ask.Read(one.slave(), Table.HOLDING, FIRMWARE, row.words()), patience).answer();
        return answer instanceof Answer.Words words ? row.text(words.words()) : "?";
    }

    /** This family answers the broadcast address too, and its register 15 tells its own. */
    private boolean tryBroadcast(InverterSettings one) throws InterruptedException {
        try (Bus bus = Buses.bus(one, real)) {
            Answer answer = bus.ask(new Ask.Read(BROADCAST, Table.HOLDING, ADDRESS, 1), patience).answer();
            if (answer instanceof Answer.Words words) {
                say.accept(Message.of("doctor.other_address", one.baud(), words.words().getFirst()));
                return true;
            }
            return false;
        }
    }
}
