// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.Ask;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.Exchange;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Register;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.DeviceWrite.Result;
import org.pigenny.core.model.DeviceWrite.Step;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/**
 * Writes and looks whether it was taken (site-controller.md 1.5): up to three tries half a second apart, then, 200 ms
 * later, read back and compared within 1 %. A value that was not taken is not written again.
 */
final class Writer {
    static final Duration BEFORE_READING_BACK = Duration.ofMillis(200);
    static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(100);
    private static final int TRIES = 3;
    private static final double TOLERANCE = 0.01;

    private final Profile profile;
    private final DeviceSettings settings;
    private final Bus bus;
    private final TimeSource time;

    Writer(Profile profile, DeviceSettings settings, Bus bus, TimeSource time) {
        this.profile = profile;
        this.settings = settings;
        this.bus = bus;
        this.time = time;
    }

    /**
     * Does all steps; the result is that of the last, or of the first that went wrong.
     *
     * @param waiting told now and then while the wire is lent
     */
    Result write(DeviceWrite write, Runnable waiting) throws InterruptedException {
        Bus.Hold hold = bus.hold(waiting);
        try {
            Result result = new Result.Unverified(write.steps().getLast().value());
            boolean first = true;
            for (Step step : write.steps()) {
                if (!first) {
                    time.sleep(BETWEEN_STEPS);
                }
                first = false;
                result = step(step);
                if (!(result instanceof Result.Verified || result instanceof Result.Unverified)) {
                    return result;
                }
            }
            return result;
        } finally {
            hold.close();
        }
    }

    private Result step(Step step) throws InterruptedException {
        Optional<Register> register = profile.register(step.register())
                .filter(row -> row.access() != Register.Access.READ);
        if (register.isEmpty()) {
            return new Result.Failed(Message.of("device.not_writable", step.register(), profile.title()));
        }
        List<Integer> words = register.get().encode(step.value());
        Optional<Message> failure = send(register.get(), words);
        if (failure.isPresent()) {
            return new Result.Failed(failure.get());
        }
        return step.verify() ? verify(register.get(), step.value()) : new Result.Unverified(step.value());
    }

    private Optional<Message> send(Register register, List<Integer> words) throws InterruptedException {
        Ask ask = words.size() == 1
                ? new Ask.WriteOne(settings.slave(), register.address(), words.getFirst())
                : new Ask.WriteMany(settings.slave(), register.address(), words);
        Message why = Message.of("device.no_answer");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (attempt > 0) {
                time.sleep(BETWEEN_TRIES);
            }
            Answer answer = bus.ask(ask, settings.timeout()).answer();
            if (answer instanceof Answer.Written) {
                return Optional.empty();
            }
            why = reason(register, answer);
        }
        return Optional.of(why);
    }

    private static Message reason(Register register, Answer answer) {
        return switch (answer) {
            case Answer.Refused refused -> Message.of("device.register_refused", register.key(), refused.code());
            case Answer.NoLine broken -> broken.why();
            case Answer.Garbled ignored -> Message.of("device.garbled");
            case Answer.Silence ignored -> Message.of("device.no_answer");
            case Answer.Words ignored -> Message.of("device.garbled");
            case Answer.Written ignored -> throw new IllegalStateException("a written value is no failure");
        };
    }

    private Result verify(Register register, double wanted) throws InterruptedException {
        time.sleep(BEFORE_READING_BACK);
        Exchange back = bus.ask(
                new Ask.Read(settings.slave(), register.table(), register.address(), register.words()),
                settings.timeout());
        if (back.answer() instanceof Answer.Words words && register.value(words.words()).isPresent()) {
            double read = register.value(words.words()).getAsDouble();
            return taken(wanted, read) ? new Result.Verified(wanted, read) : new Result.NotTaken(wanted, read);
        }
        return new Result.Unverified(wanted);
    }

    /** Within 1 %; zero must be zero. */
    static boolean taken(double wanted, double read) {
        return wanted == 0 ? read == 0 : Math.abs(read - wanted) <= TOLERANCE * Math.abs(wanted);
    }
}
