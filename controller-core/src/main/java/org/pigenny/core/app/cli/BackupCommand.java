// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.backup.Backup;
import org.pigenny.core.app.backup.BackupException;
import org.pigenny.core.app.backup.Sticks;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.text.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pigenny backup}: settings and data into one file, beside a running core or without one. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = {
    "Write settings, state, history and daily files into one archive that checks itself.",
    "Without --to it goes to the USB stick that is plugged in."})
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--to", paramLabel = "DIR|FILE", description = "Folder, or name of the archive.")
    private @Nullable Path target;

    @Option(names = "--no-secrets", description = "Leave out the PIN's hash and the token of the administration.")
    private boolean withoutSecrets;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        PrintWriter out = spec.commandLine().getOut();
        Phrases words = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
        Settings now = EffectiveSettings.of(settings);
        Home home = Home.of(environment);
        try {
            Path file = new Backup(home, csv(home, now), now.site().name(), !withoutSecrets)
                    .write(target == null ? stick(environment) : target, Instant.now(), new ProgressLine(out));
            out.println(words.say(org.pigenny.core.model.Message.of("backup.written", file.toString())));
            if (!withoutSecrets) {
                out.println(words.say("backup.secrets"));
            }
            return 0;
        } catch (BackupException e) {
            throw new CliException(words.say(e.words()));
        }
    }

    private static Path stick(Map<String, String> environment) {
        List<Path> sticks = Sticks.of(environment).writable();
        if (sticks.size() != 1) {
            throw new CliException(sticks.isEmpty()
                    ? "There is no USB stick that can be written. Plug one in, or say --to DIR."
                    : "Which stick? Say --to with one of " + sticks + ".");
        }
        return sticks.getFirst();
    }

    /** Where the daily files are, as the core decides it. */
    static Path csv(Home home, Settings settings) {
        String folder = settings.logging().csvDir();
        boolean own = home.moved() && folder.equals(LoggingSettings.defaults().csvDir());
        return own || !Files.isDirectory(Path.of(folder)) ? home.logs() : Path.of(folder);
    }
}
