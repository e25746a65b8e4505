// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.List;
import java.util.stream.Stream;
import org.pigenny.kiosk.frame.PageId;

/**
 * Something to look at: a page, and what is touched there before one looks.
 *
 * @param touches selectors of nodes; one that begins with "hold " is held for as long as a hold takes
 */
public record View(String name, PageId page, List<String> touches) {
    /** Every page with each of its parts, and every panel that can lie over it. */
    public static final List<View> ALL = List.of(of("home", PageId.HOME), of("generator", PageId.GENERATOR),
            of("generator-runs", PageId.GENERATOR, "#part-runs"),
            of("generator-hours", PageId.GENERATOR, "#part-upkeep"),
            of("generator-start", PageId.GENERATOR, "#start-choose"),
            of("generator-start-time", PageId.GENERATOR, "#start-choose", "#way-time"),
            of("generator-start-stopped", PageId.GENERATOR, "#start-choose", "#way-stopped"),
            of("generator-fuel", PageId.GENERATOR, "#part-upkeep", "#set-fuel"), of("trends", PageId.TRENDS),
            of("trends-week", PageId.TRENDS, "#range-7d"), of("trends-month", PageId.TRENDS, "#range-30d"),
            of("trends-year", PageId.TRENDS, "#range-year"),
            of("log", PageId.LOG), of("log-runs", PageId.LOG, "#log-runs"), of("log-export", PageId.LOG, "#log-export"),
            of("alarms", PageId.ALARMS), of("alarms-shelve", PageId.ALARMS, "#shelve-G-102"),
            of("settings", PageId.SETTINGS), of("settings-pin", PageId.SETTINGS, "#settings-installer"),
            of("settings-installer", PageId.SETTINGS, "#settings-installer", "#pad-1", "#pad-2", "#pad-3", "#pad-4",
                    "#pad-ok"),
            of("settings-screen", PageId.SETTINGS, "#settings-screen"),
            of("settings-zone", PageId.SETTINGS, "#settings-screen", "#zone"),
            of("settings-changed", PageId.SETTINGS, "#step-generator-soc-start-less"),
            of("settings-versions", PageId.SETTINGS, "#step-generator-soc-start-less", "#save", "#settings-versions"),
            of("settings-number", PageId.SETTINGS, "#step-generator-soc-stop .stepper-number"),
            of("diagnostics", PageId.DIAGNOSTICS), of("diagnostics-readings", PageId.DIAGNOSTICS, "#diag-readings"),
            of("diagnostics-registers", PageId.DIAGNOSTICS, "#diag-registers", "#register-read"),
            of("diagnostics-machine", PageId.DIAGNOSTICS, "#diag-machine"),
            of("diagnostics-tests", PageId.DIAGNOSTICS, "#diag-tests", "#run-checks"),
            of("diagnostics-reboot", PageId.DIAGNOSTICS, "#diag-machine", "#reboot"),
            of("diagnostics-reboot-word", PageId.DIAGNOSTICS, "#diag-machine", "#reboot", "hold #reboot-first"));

    private static final List<String> INSTALLER = List.of("#settings-installer", "#pad-1", "#pad-2", "#pad-3", "#pad-4",
            "#pad-ok");
    /** What lies behind the installer's PIN: the first steps and the backups, for the pictures of their documents. */
    public static final List<View> CARE = List.of(
            installer("commission-ports", "#commission-open", "#commission-ports", "#ports-search"),
            installer("commission-wiring", "#commission-open", "#commission-wiring", "hold #wiring-isolated",
                    "#wiring-try"),
            installer("commission-thresholds", "#commission-open", "#commission-thresholds"),
            installer("commission-end", "#commission-open", "#commission-end"), installer("backup", "#backup-open"));

    public View {
        touches = List.copyOf(touches);
    }

    private static View of(String name, PageId page, String... touches) {
        return new View(name, page, List.of(touches));
    }

    private static View installer(String name, String... touches) {
        return new View(name, PageId.SETTINGS,
                Stream.concat(INSTALLER.stream(), Stream.of(touches)).toList());
    }

    /** The pages as they open. */
    public static List<View> pages() {
        return ALL.stream().filter(view -> view.touches().isEmpty()).toList();
    }
}
