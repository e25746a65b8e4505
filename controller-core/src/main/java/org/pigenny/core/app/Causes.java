// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Codes of alarms whose cause the platform sees; control raises and clears the alarms. */
final class Causes {
    static final String SETTINGS_REFUSED = "C-505";
    static final String SERVICE_FAILED = "C-506";

    private final Set<String> present = ConcurrentHashMap.newKeySet();

    void set(String code, boolean is) {
        if (is) {
            present.add(code);
        } else {
            present.remove(code);
        }
    }

    Set<String> present() {
        return Set.copyOf(present);
    }
}
