// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.pigenny.core.model.Message;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code pigenny}: the screen by default, else what the first word says. */
@Command(name = "pigenny", mixinStandardHelpOptions = true, description = "A generator appliance for a house on batteries, solar and a diesel.")
public final class Main {
    private static final List<String> FOR_THE_ROOT = List.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        CoreStarter none = options -> {
            throw new CoreStarter.CannotStart(Message.of("ui.start.no_core"));
        };
        System.exit(commandLine(none).execute(withDefault(args)));
    }

    static CommandLine commandLine(CoreStarter starter) {
        return new CommandLine(new Main()).addSubcommand(new KioskCommand(starter));
    }

    /** Options without a command are the kiosk's. */
    static String[] withDefault(String[] args) {
        boolean kiosk = args.length == 0 || (args[0].startsWith("-") && !FOR_THE_ROOT.contains(args[0]));
        return kiosk ? Stream.concat(Stream.of("kiosk"), Arrays.stream(args)).toArray(String[]::new) : args;
    }
}
