// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;

/** {@code olimex-server}. */
public final class Main {
    /** A setting, an option or the machine does not allow to start. */
    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] args) throws IOException {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                System.out.print(Options.usage());
                return;
            }
            if (options.version()) {
                System.out.println("olimex-server " + Version.text());
                return;
            }
            Paths paths = Paths.ofEnvironment();
            Settings settings = Settings.load(paths.settings(options), options.sets());
            new Server(options, settings, paths).run();
        } catch (SettingsException e) {
            System.err.println("olimex-server: " + e.getMessage());
            System.exit(REFUSED);
        }
    }
}
