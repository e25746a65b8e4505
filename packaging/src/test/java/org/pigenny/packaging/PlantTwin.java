// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.RelayObserver;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.SystemTime;

/** A house for the proofs of the packages: an inverter on a serial line that sees what the relay server at a port does. */
public final class PlantTwin {
    private static final double SOC_AT_START = 55;
    private static final double WH_PER_PERCENT = 96.1;

    private PlantTwin() {}

    /** @param args the relay server's port, and a file that gets the path of the line */
    public static void main(String[] args) throws Exception {
        SystemTime time = new SystemTime();
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        try (RelayObserver charger = new RelayObserver(server, time, Charger.USUAL_WATTS);
                SimulatedInverter inverter = SimulatedInverter.start(new BatteryModel(time, ZoneOffset.UTC,
                        House.RECORDED, charger, SOC_AT_START, WH_PER_PERCENT))) {
            Files.setPosixFilePermissions(Path.of(inverter.portPath()), PosixFilePermissions.fromString("rw-rw-rw-"));
            Files.writeString(Path.of(args[1]), inverter.portPath());
            new CountDownLatch(1).await();
        }
    }
}
