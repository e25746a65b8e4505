// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.pigenny.core.model.Message;

/** Why it does not work, in words for a person. */
public final class BackupException extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Message words;

    public BackupException(Message words) {
        super(words.key() + " " + words.args());
        this.words = words;
    }

    public Message words() {
        return words;
    }

    /** What a failure to write to a place means. */
    static BackupException writing(Path place, Exception e) {
        if (e instanceof BackupException already) {
            return already;
        }
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("disk quota")) {
            return new BackupException(Message.of("backup.full", place.toString()));
        }
        if (e instanceof ReadOnlyFileSystemException || text.contains("read-only file system")) {
            return new BackupException(Message.of("backup.read_only", place.toString()));
        }
        if (e instanceof NoSuchFileException || text.contains("input/output error") || text.contains("no such device")
                || text.contains("stale file handle") || text.contains("transport endpoint")) {
            return new BackupException(Message.of("backup.gone", place.toString()));
        }
        return new BackupException(Message.of("backup.failed", place.toString(), reason(e)));
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
