// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pigenny.core.api.Backups;
import org.pigenny.core.app.Home;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.time.TimeSource;

/** Backup and restore of a running core. A restore is staged; the core then ends, and its next life begins with it. */
public final class CoreBackups implements Backups {
    private final Home home;
    private final Sticks sticks;
    private final Supplier<Settings> settings;
    private final Supplier<Path> csv;
    private final Runnable beginAnew;
    private final TimeSource real;

    /**
     * @param csv folder of the daily files
     * @param beginAnew ends the process in good order, soon
     */
    public CoreBackups(Home home, Sticks sticks, Supplier<Settings> settings, Supplier<Path> csv, Runnable beginAnew,
            TimeSource real) {
        this.home = home;
        this.sticks = sticks;
        this.settings = settings;
        this.csv = csv;
        this.beginAnew = beginAnew;
        this.real = real;
    }

    @Override
    public List<Path> sticks() {
        return sticks.writable();
    }

    @Override
    public List<Archive> archives() {
        return sticks.archives();
    }

    @Override
    public Outcome backUp(Path folder, Progress progress) {
        try {
            Path file = new Backup(home, csv.get(), settings.get().site().name(), true).write(folder, real.wall(),
                    progress);
            return new Outcome.Accepted(Message.of("backup.written", file.toString()));
        } catch (BackupException e) {
            return new Outcome.Refused(e.words());
        }
    }

    @Override
    public Outcome restore(Path archive, Origin who, Progress progress) {
        return restore(archive, who, progress, false);
    }

    /** @param engineIsOff a person has looked, where the relay server cannot be asked */
    public Outcome restore(Path archive, Origin who, Progress progress, boolean engineIsOff) {
        Optional<Message> refusal = EngineLook.refusal(settings.get().relay());
        boolean unknown = refusal.filter(why -> why.key().equals("restore.engine_unknown")).isPresent();
        if (refusal.isPresent() && !(unknown && engineIsOff)) {
            return new Outcome.Refused(refusal.get());
        }
        try {
            new Restore(home, csv.get()).stage(archive, who.name(), progress);
        } catch (BackupException e) {
            return new Outcome.Refused(e.words());
        }
        beginAnew.run();
        return new Outcome.Accepted(Message.of("restore.staged"));
    }
}
