// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pigenny.core.app.cli.PigennyCli;
import picocli.CommandLine;

/** {@code pigenny}: the screen by default, else what the first word says. */
public final class Main {
    private static final List<String> FOR_THE_ROOT = List.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine(new CoreOfThisProcess()).execute(withDefault(args)));
    }

    static CommandLine commandLine(CoreStarter starter) {
        return PigennyCli.commandLine().addSubcommand(new KioskCommand(starter));
    }

    /** Options without a command are the kiosk's. */
    static String[] withDefault(String[] args) {
        boolean kiosk = args.length == 0 || (args[0].startsWith("-") && !FOR_THE_ROOT.contains(args[0]));
        return kiosk ? Stream.concat(Stream.of("kiosk"), Arrays.stream(args)).toArray(String[]::new) : args;
    }
}
