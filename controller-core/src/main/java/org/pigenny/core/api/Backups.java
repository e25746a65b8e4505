// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** Settings and data to a USB stick and back. Everything here may take minutes: never from the screen's own thread. */
public interface Backups {
    /** Told now and then, on the caller's thread. */
    interface Progress {
        Progress NONE = (done, total) -> {};

        /** @param done bytes of {@code total} */
        void at(long done, long total);
    }

    /**
     * An archive on a stick.
     *
     * @param program version that made it
     */
    record Archive(Path file, Instant madeAt, String site, String program, long bytes) {}

    /** Where a stick is mounted and can be written. */
    List<Path> sticks();

    /** Archives on all sticks, newest first; what is no archive of ours is left out. */
    List<Archive> archives();

    /** Writes an archive, reads it back and says its name; or says why not, and leaves nothing behind. */
    Outcome backUp(Path folder, Progress progress);

    /**
     * Puts an archive in the place of settings and data, which are set aside, not deleted; the core then begins anew. Refused,
     * with nothing changed, when the archive is damaged or of a later program, or while the engine may be turning.
     */
    Outcome restore(Path archive, Origin who, Progress progress);
}
