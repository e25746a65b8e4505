// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

/** Another core runs on the same home. */
public final class CoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CoreBusyException(String message) {
        super(message);
    }
}
