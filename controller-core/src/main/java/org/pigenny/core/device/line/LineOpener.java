// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

/** Opens a line, again and again when it must. */
public interface LineOpener {
    /** The same for lines that are the same wire, e.g. {@code /dev/ttySC1:19200}. */
    String key();

    /** @throws LineTrouble in words for a person, when it cannot be opened now */
    ByteLine open() throws LineTrouble;
}
