// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.pigenny.olimex.board.Board;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.board.I2cBus;
import org.pigenny.olimex.board.I2cDriver;
import org.pigenny.olimex.board.LinuxI2c;
import org.pigenny.olimex.board.ModIo;
import org.pigenny.olimex.board.RetryingBoard;
import org.pigenny.olimex.board.SimulatedBoard;

/** The board that the options ask for. */
record Boards(Board board, Optional<SimulatedBoard> simulation) {
    private static final String OWN_DRIVER = "i2c-dev";
    private static final String ANY_DRIVER = "auto";

    static Boards open(Options options, Settings settings, Path stateDir, BootClock clock)
            throws SettingsException, BoardException {
        if (kind(options) == Options.BoardKind.MODIO) {
            return new Boards(new RetryingBoard(new ModIo(bus(options.i2cBus(), settings))), Optional.empty());
        }
        SimulatedBoard simulated = new SimulatedBoard(stateDir.resolve("simulated").resolve("engine.properties"),
                clock::nanos, clock.boot(), settings.seconds(Key.FIRES_AFTER_S), settings.engine());
        return new Boards(new RetryingBoard(simulated), Optional.of(simulated));
    }

    /** Real only where it is asked for, or on a board of the right kind: elsewhere 0x58 may be anything. */
    static Options.BoardKind kind(Options options) {
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean target = (arch.startsWith("arm") || arch.startsWith("aarch64"))
                && Files.exists(Path.of("/dev/i2c-" + options.i2cBus()));
        return options.board().orElse(target ? Options.BoardKind.MODIO : Options.BoardKind.SIMULATED);
    }

    private static I2cBus bus(int number, Settings settings) throws SettingsException, BoardException {
        String wanted = settings.text(Key.I2C_DRIVER);
        if (!wanted.equals(OWN_DRIVER)) {
            for (I2cDriver driver : ServiceLoader.load(I2cDriver.class)) {
                if (wanted.equals(ANY_DRIVER) || wanted.equals(driver.name())) {
                    return driver.open(number, ModIo.ADDRESS);
                }
            }
        }
        if (!wanted.equals(OWN_DRIVER) && !wanted.equals(ANY_DRIVER)) {
            throw new SettingsException(settings.source(Key.I2C_DRIVER) + ": i2c_driver=" + wanted
                    + " is refused, no such driver is installed, allowed: auto, i2c-dev");
        }
        return LinuxI2c.open(number, ModIo.ADDRESS);
    }
}
