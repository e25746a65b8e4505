// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.app.CoreBusyException;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.setup.LocalDesk;
import org.pigenny.core.app.setup.SetupAnswers;
import org.pigenny.core.app.setup.SetupDesk;
import org.pigenny.core.app.setup.SetupWalk;
import org.pigenny.core.app.setup.Terminal;
import org.pigenny.core.model.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pigenny setup}: the commissioning in a terminal, beside a running core or without one. */
@Command(name = "setup", mixinStandardHelpOptions = true, description = {
    "Walk through the commissioning: inverter, relay server, wiring check, thresholds, PIN, time zone.",
    "Until it is finished the generator starts nothing by itself. It can be left and continued at any time."}, footer = {
        "", "Exit: 0 finished, 1 something is left, 2 a wrong command line.", "",
        "An answers file has lines like", "  set.generator.soc.start = 40", "  ports = first",
        "  relay_server = look",
        "  wiring = skip", "  thresholds = keep", "  pin = 2468", "  time_zone = Europe/Berlin",
        "  finish = yes"})
public final class SetupCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--answers", paramLabel = "FILE", description = "Take the answers from a file instead of a person.")
    private @Nullable Path answers;

    @Option(names = "--step", paramLabel = "STEP", description = "Only this one: ports, relay_server, wiring, thresholds, pin, time_zone.")
    private @Nullable String step;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Step> only = Optional.ofNullable(step).map(SetupCommand::named);
        Origin who = new Origin("setup " + System.getProperty("user.name", "?"));
        try (SetupDesk desk = desk(Home.of(System.getenv()), System.getenv(), settings)) {
            if (answers != null) {
                return new SetupAnswers(desk, new Terminal(new BufferedReader(Reader.nullReader()), out), who,
                        read(answers)).run() ? 0 : 1;
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return new SetupWalk(desk, new Terminal(in, out), who).run(only) ? 0 : 1;
        }
    }

    /** Without a core on its files, beside it when one runs there. */
    static SetupDesk desk(Home home, Map<String, String> environment, SettingsOptions settings) {
        try {
            return new LocalDesk(home, LocalDesk.place(home, environment, settings.overrides()));
        } catch (CoreBusyException running) {
            SocketDesk desk = new SocketDesk(home.socket(), () -> EffectiveSettings.of(settings).relay());
            return desk;
        }
    }

    private static Step named(String word) {
        for (Step one : Step.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw CliException.wrongLine("--step " + word + ": the steps are ports, relay_server, wiring, thresholds, pin, "
                + "time_zone.");
    }

    private static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            read.load(text);
        } catch (NoSuchFileException e) {
            throw CliException.wrongLine("--answers: there is no file " + file);
        }
        return read;
    }
}
