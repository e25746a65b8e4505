// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one command to the running core and says its answer: exit 0 when accepted, 1 when refused. */
@Command(mixinStandardHelpOptions = true)
abstract class AskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

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

    @Command(name = "stop", description = "Stop the generator: load off, cooldown, off.")
    static final class Stop extends AskCommand {
        @Override
        String words() {
            return "stop";
        }
    }

    @Command(name = "force-stop", description = "Emergency stop: all relays off at once, without cooldown.")
    static final class ForceStop extends AskCommand {
        @Override
        String words() {
            return "emergency_stop";
        }
    }

    @Command(name = "reset", description = "Reset an ERROR or a lock-out. Starts nothing.")
    static final class Reset extends AskCommand {
        @Override
        String words() {
            return "reset";
        }
    }

    @Command(name = "clear-safe-mode", description = "Clear safe mode after its cause was mended.")
    static final class ClearSafeMode extends AskCommand {
        @Override
        String words() {
            return "clear_safe_mode";
        }
    }

    @Command(name = "service", description = "Service mode: no start while somebody works at the engine.")
    static final class ServiceCommand extends AskCommand {
        private enum Switch {
            on, off
        }

        @Parameters(paramLabel = "on|off", description = "on or off")
        private Switch wanted = Switch.on;

        @Override
        String words() {
            return "service_" + wanted;
        }
    }
}
