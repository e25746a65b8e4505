// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.model.Command;

/** Commands as they are written on a command line, in a script, or at the local socket. */
public final class CommandWords {
    private static final double LONGEST_RUN_S = 7 * 86_400.0;

    private CommandWords() {}

    /** Empty when no command is written so. */
    public static Optional<Command> parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return words.size() > 2 ? Optional.empty() : parse(words.getFirst(), words.size() == 2 ? words.get(1) : "");
    }

    private static Optional<Command> parse(String name, String argument) {
        if (!argument.isEmpty()) {
            return switch (name) {
                case "start" -> start(argument);
                case "acknowledge" -> Optional.of(new Command.Acknowledge(argument));
                case "set_fuel" -> number(argument, 0, 100).map(Command.SetFuel::new);
                default -> Optional.empty();
            };
        }
        return switch (name) {
            case "start" -> Optional.of(new Command.StartUntilStopped());
            case "stop" -> Optional.of(new Command.Stop());
            case "emergency_stop", "force-stop" -> Optional.of(new Command.EmergencyStop());
            case "reset" -> Optional.of(new Command.Reset());
            case "service_on" -> Optional.of(new Command.ServiceMode(true));
            case "service_off" -> Optional.of(new Command.ServiceMode(false));
            case "end_hold" -> Optional.of(new Command.EndHold());
            case "clear_safe_mode" -> Optional.of(new Command.ClearSafeMode());
            case "service_done" -> Optional.of(new Command.ServiceDone());
            default -> Optional.empty();
        };
    }

    private static Optional<Command> start(String argument) {
        if (argument.equals("until_auto")) {
            return Optional.of(new Command.StartUntilAuto());
        }
        return number(argument, 0.001, LONGEST_RUN_S)
                .map(seconds -> new Command.StartFor(Duration.ofMillis(Math.round(seconds * 1000))));
    }

    private static Optional<Double> number(String text, double min, double max) {
        try {
            double value = Double.parseDouble(text);
            return value >= min && value <= max ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
