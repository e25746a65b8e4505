// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.pigenny.core.api.Backups;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** One stick with two archives. */
public final class FakeBackups implements Backups {
    private static final Path STICK = Path.of("/media/STICK");
    private static final long SIZE = 41_000_000;

    @Override
    public List<Path> sticks() {
        return List.of(STICK);
    }

    @Override
    public List<Archive> archives() {
        return List.of(archive("2026-01-11T18:02:41Z"), archive("2025-12-07T10:15:09Z"));
    }

    private static Archive archive(String at) {
        Instant made = Instant.parse(at);
        String name = at.substring(0, 19).replaceAll("[-:]", "").replace('T', '-');
        return new Archive(STICK.resolve("pigenny-backup-" + name + ".zip"), made, "house", "0.1.0", SIZE);
    }

    @Override
    public Outcome backUp(Path folder, Progress progress) {
        progress.at(SIZE, SIZE);
        return new Outcome.Accepted(Message.of("backup.written", folder.toString()));
    }

    @Override
    public Outcome restore(Path archive, Origin who, Progress progress) {
        return new Outcome.Refused(Message.of("setup.wiring.left"));
    }
}
