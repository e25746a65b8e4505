// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one command to the running core and says its answer: exit 0 when accepted, 1 when refused. */
@Command(mixinStandardHelpOptions = true)
abstract class AskCommand implements Callable<Integer> {
    /** The socket tells the core which user is at the other end. */
    static final String WHO = "Recorded with the name of the user who asks.";

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** As {@link org.pigenny.core.app.CommandWords} writes it. */
    abstract String words();

    @Override
    public Integer call() {
        return ask(spec, words());
    }

    static int ask(CommandSpec spec, String words) {
        Map<String, @Nullable Object> answer = SocketClient.ask(Home.of(System.getenv()).socket(),
                Json.object("command", words));
        if (answer.containsKey("error")) {
            spec.commandLine().getErr().println(answer.get("error"));
            return 2;
        }
        boolean accepted = Boolean.TRUE.equals(answer.get("accepted"));
        (accepted ? spec.commandLine().getOut() : spec.commandLine().getErr()).println(answer.get("text"));
        return accepted ? 0 : 1;
    }

    @Command(name = "stop", description = {"Stop the generator: load off, cooldown, off.", WHO})
    static final class Stop extends AskCommand {
        @Override
        String words() {
            return "stop";
        }
    }

    @Command(name = "force-stop", description = {"Emergency stop: all relays off at once, without cooldown.", WHO})
    static final class ForceStop extends AskCommand {
        @Override
        String words() {
            return "emergency_stop";
        }
    }

    @Command(name = "reset", description = {"Reset an ERROR or a lock-out. Starts nothing.", WHO})
    static final class Reset extends AskCommand {
        @Override
        String words() {
            return "reset";
        }
    }

    @Command(name = "end-hold", description = {"Let automatic starts come again after a stop by hand or a run limit.",
        WHO})
    static final class EndHold extends AskCommand {
        @Override
        String words() {
            return "end_hold";
        }
    }

    @Command(name = "acknowledge", description = {"Acknowledge an alarm.", WHO})
    static final class Acknowledge extends AskCommand {
        @Parameters(paramLabel = "CODE", description = "such as G-109")
        private String code = "";

        @Override
        String words() {
            return "acknowledge " + code;
        }
    }

    @Command(name = "fuel", description = {
        "Tell how full the tank is, after filling it or looking: the fuel model counts from there.", WHO})
    static final class Fuel extends AskCommand {
        @Parameters(paramLabel = "PERCENT", description = "0 to 100")
        private double percent;

        @Override
        String words() {
            if (!(percent >= 0 && percent <= 100)) {
                throw new ParameterException(spec.commandLine(),
                        "A tank is 0 to 100 % full, not " + percent + ".");
            }
            return "set_fuel " + percent;
        }
    }

    @Command(name = "clear-safe-mode", description = "Clear safe mode after its cause was mended.")
    static final class ClearSafeMode extends AskCommand {
        @Override
        String words() {
            return "clear_safe_mode";
        }
    }

    @Command(name = "service", description = {"Service mode: no start while somebody works at the engine.",
        "done: the engine was serviced, its interval begins anew.", WHO})
    static final class ServiceCommand extends AskCommand {
        private enum Switch {
            on, off, done
        }

        @Parameters(paramLabel = "on|off|done", description = "on, off, or done")
        private Switch wanted = Switch.on;

        @Override
        String words() {
            return "service_" + wanted;
        }
    }
}
