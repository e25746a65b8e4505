// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Backups.Archive;
import org.pigenny.core.app.CoreBusyException;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.HomeLock;
import org.pigenny.core.app.backup.BackupException;
import org.pigenny.core.app.backup.EngineLook;
import org.pigenny.core.app.backup.Restore;
import org.pigenny.core.app.backup.Sticks;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.text.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pigenny restore}: an archive in the place of settings and data; on a new card this one command is all. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = {
    "Take settings and data from an archive; without FILE from the newest on a USB stick.",
    "What is there is set aside, not deleted. A running core is asked to begin anew with it.",
    "Refused while the engine may be turning."})
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The archive.")
    private @Nullable Path archive;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--engine-is-off", description = "I have looked: for when the relay server cannot be asked.")
    private boolean engineIsOff;

    @Spec
    private CommandSpec spec = CommandSpec.create();
    private final Phrases words = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    @Override
    public Integer call() throws IOException {
        Map<String, String> environment = System.getenv();
        Home home = Home.of(environment);
        Path file = archive == null ? newest(environment) : present(archive.toAbsolutePath());
        if (!yes && !agreed(file)) {
            return 1;
        }
        HomeLock lock;
        try {
            lock = HomeLock.take(home);
        } catch (CoreBusyException running) {
            return asked(home, file);
        }
        try {
            return alone(home, file);
        } catch (BackupException e) {
            throw new CliException(words.say(e.words()));
        } finally {
            lock.close();
        }
    }

    private static Path present(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CliException("There is no archive " + file + ".");
        }
        return file;
    }

    private Path newest(Map<String, String> environment) {
        List<Archive> archives = Sticks.of(environment).archives();
        if (archives.isEmpty()) {
            throw new CliException("There is no archive on any USB stick. Plug one in, or name the file.");
        }
        Archive newest = archives.getFirst();
        say(Message.of("restore.newest", newest.file().toString(), newest.madeAt().toString(), newest.program(),
                newest.site()));
        return newest.file();
    }

    private boolean agreed(Path file) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(words.say(Message.of("restore.ask", file.toString())) + " ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return answer != null && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }

    /** No core runs here, and none can begin while this lasts. */
    private int alone(Home home, Path file) throws BackupException {
        Settings now = EffectiveSettings.of(settings);
        Optional<Message> refusal = EngineLook.refusal(now.relay());
        // Without a core nobody renews a lease: an engine that cannot be asked about ends by itself.
        if (refusal.filter(why -> !why.key().equals("restore.engine_unknown")).isPresent()) {
            throw new CliException(words.say(refusal.get()));
        }
        Restore restore = new Restore(home, BackupCommand.csv(home, now));
        restore.stage(file, "restore " + System.getProperty("user.name", "?"),
                new ProgressLine(spec.commandLine().getOut()));
        Path aside = Restore.applyPending(home).orElseThrow();
        say(Message.of("restore.done", file.toString(), aside.toString()));
        return 0;
    }

    private int asked(Home home, Path file) {
        Map<String, @Nullable Object> answer = SocketClient.ask(home.socket(),
                Json.object("command", "restore", "file", file.toString(), "engine_is_off", engineIsOff));
        if (answer.containsKey("error")) {
            throw new CliException(String.valueOf(answer.get("error")));
        }
        boolean accepted = Boolean.TRUE.equals(answer.get("accepted"));
        (accepted ? spec.commandLine().getOut() : spec.commandLine().getErr()).println(answer.get("text"));
        return accepted ? 0 : 1;
    }

    private void say(Message message) {
        spec.commandLine().getOut().println(words.say(message));
    }
}
