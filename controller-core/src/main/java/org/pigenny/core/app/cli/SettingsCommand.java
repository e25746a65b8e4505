// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.config.Effective;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.SystemTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the effective settings with their sources, or what is wrong with them. */
@Command(name = "settings", description = "Print the effective settings and where each comes from; check a file.", mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {
    private static final int FAULTY = 2;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--check", description = "Only say what is wrong, if anything.")
    private boolean check;

    @Option(names = "--versions", description = "List the last versions that people made, newest first.")
    private boolean versions;

    @Option(names = "--roll-back", paramLabel = "ID", description = "Ask the running core to take an earlier version.")
    private @Nullable String rollBack;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Home home = Home.of(environment);
        if (rollBack != null) {
            return AskCommand.ask(spec, "roll_back " + rollBack);
        }
        if (versions) {
            new VersionsView(home.versions()).print(spec.commandLine().getOut());
            return 0;
        }
        SettingsStore store = new SettingsStore(new SettingsStore.Place(settings.file().or(home::presentSettingsFile),
                false, environment, settings.overrides(), home.versions()), new SystemTime());
        if (!check) {
            print(store.effective(), spec.commandLine().getOut());
        }
        Phrases words = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
        store.problems().forEach(problem -> spec.commandLine().getErr().println(words.say(problem.text())));
        return store.problems().isEmpty() ? 0 : FAULTY;
    }

    private static void print(Effective effective, PrintWriter out) {
        Optional<String> table = Optional.empty();
        for (Effective.Value value : effective.values().values()) {
            if (!Optional.of(value.key().table()).equals(table)) {
                table = Optional.of(value.key().table());
                out.println("[" + value.key().table() + "]");
            }
            String name = value.key().name().substring(value.key().table().length() + 1);
            out.printf(Locale.ROOT, "%-26s = %-28s # %s%s%n", name, value.text(), value.source().word(),
                    value.key().unit().isEmpty() ? "" : ", " + value.key().unit());
        }
        out.println("# hash " + effective.hash());
    }
}
