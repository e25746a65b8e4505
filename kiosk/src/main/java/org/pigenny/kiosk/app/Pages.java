// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import org.pigenny.kiosk.alarms.AlarmsPage;
import org.pigenny.kiosk.diagnostics.DiagnosticsPage;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.generator.GeneratorPage;
import org.pigenny.kiosk.home.HomePage;
import org.pigenny.kiosk.log.LogPage;
import org.pigenny.kiosk.settings.SettingsPage;
import org.pigenny.kiosk.trends.TrendsPage;

/** Makes each page when it is first opened. */
final class Pages {
    private Pages() {}

    static Page make(PageId id, Ui ui) {
        return switch (id) {
            case GENERATOR -> new GeneratorPage(ui);
            case ALARMS -> new AlarmsPage(ui);
            case LOG -> new LogPage(ui);
            case TRENDS -> new TrendsPage(ui);
            case SETTINGS -> new SettingsPage(ui);
            case DIAGNOSTICS -> new DiagnosticsPage(ui);
            case HOME -> new HomePage(ui);
        };
    }
}
