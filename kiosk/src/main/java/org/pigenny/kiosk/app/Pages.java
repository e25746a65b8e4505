// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.home.HomePage;

/** Makes each page when it is first opened. */
final class Pages {
    private Pages() {}

    static Page make(PageId id, Ui ui) {
        return switch (id) {
            case HOME, GENERATOR, TRENDS, LOG, ALARMS, SETTINGS, DIAGNOSTICS -> new HomePage(ui);
        };
    }
}
