// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, as one would say it. */
final class FileFault {
    private FileFault() {}

    static String words(IOException fault) {
        return switch (fault) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "this user may not";
            default -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        };
    }
}
