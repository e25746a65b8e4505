// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the screen reads and writes on this machine.
 *
 * @param own folder for what belongs to the screen alone, such as the PIN's hash
 * @param sticks folders below which systems mount USB sticks
 * @param backlights folder of the backlights
 * @param system root of /sys and /proc, for temperature and memory
 */
public record Places(Path own, List<Path> sticks, Path backlights, Path system) {
    public Places {
        sticks = List.copyOf(sticks);
    }
}
