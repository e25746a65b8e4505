// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.device.commission.Explained;
import org.pigenny.core.device.commission.ScanWriter;
import org.pigenny.core.device.inverter.Buses;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.SystemTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pigenny registers [--start N] [--count N] [--holding] [--out FILE]}: through the running core when there is one, else from the port itself. */
@Command(name = "registers", mixinStandardHelpOptions = true, description = "Read registers of the inverter and print them in the layout of a scan file.")
public final class RegistersCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 1;
    private static final int WRONG_RANGE = 2;

    @Option(names = "--start", paramLabel = "N", defaultValue = "0", description = "First register, from 0. Default: 0")
    private int start;

    @Option(names = "--count", paramLabel = "N", defaultValue = "200", description = "How many. Default: 200")
    private int count;

    @Option(names = "--holding", description = "Holding registers (function 03) instead of input registers (04).")
    private boolean holding;

    @Option(names = "--explain", description = "Say what the registers mean instead of their raw values.")
    private boolean explain;

    @Option(names = "--out", paramLabel = "FILE", description = "Write a scan file instead of printing.")
    private @Nullable Path out;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Path file = out;
        if (file == null) {
            return scan(spec.commandLine().getOut());
        }
        int result;
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            result = scan(writer);
        } catch (IOException e) {
            throw new CliException("--out: " + file + " cannot be written: " + FileFault.words(e));
        }
        spec.commandLine()
                .getOut()
                .println(result == 0
                        ? "Written to " + file + "."
                        : "Written to " + file + ", but not every register was read.");
        return result;
    }

    private int scan(PrintWriter to) throws InterruptedException {
        Settings effective = EffectiveSettings.of(settings);
        InverterSettings inverter = effective.inverter();
        Profile profile = Profiles.named(inverter.profile());
        Path socket = Home.of(System.getenv()).socket();
        if (Files.exists(socket)) {
            return scan(new CoreRegisters(socket), profile, "core=" + socket, effective, to);
        }
        SystemTime time = new SystemTime();
        try (Bus bus = Buses.bus(inverter, time)) {
            BlockReader reader = new BlockReader(bus, new Manners(inverter.slave(), inverter.timeout(),
                    inverter.retries(), inverter.maxRegisters(), Duration.ofMillis(profile.settleMillis())),
                    new LinkKeeper(time, event -> {}), time);
            String place = inverter.connection() == InverterSettings.Connection.SERIAL
                    ? "port=" + inverter.port() + " baud=" + inverter.baud() + " parity=N"
                    : "host=" + inverter.host() + ":" + inverter.tcpPort();
            return scan(reader::read, profile, place + " slave=" + inverter.slave(), effective, to);
        }
    }

    private int scan(ScanWriter.Source source, Profile profile, String from, Settings effective, PrintWriter to)
            throws InterruptedException {
        List<String> raw = new ArrayList<>();
        ScanWriter writer = new ScanWriter(source, profile, new SystemTime(), effective.site().zone(),
                explain ? raw::add : to::println);
        try {
            Table table = holding ? Table.HOLDING : Table.INPUT;
            boolean whole = writer.scan(table, start, count, from);
            Phrases words = new Phrases(Locale.ENGLISH, effective.site().zone());
            writer.noLine().ifPresent(why -> spec.commandLine().getErr().println(words.say(why)));
            if (explain) {
                RegisterScan scan = RegisterScan.parse(String.join("\n", raw));
                scan.remarks().stream().skip(1).forEach(to::println);
                new Explained(profile, words::say).lines(table, scan.values()).forEach(to::println);
            }
            to.flush();
            return whole ? 0 : INCOMPLETE;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return WRONG_RANGE;
        }
    }
}
