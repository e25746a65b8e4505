// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.ArrayList;
import java.util.List;
import org.pigenny.core.api.Commissioning.Found;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.device.commission.Doctor;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.time.TimeSource;

/** Lets the doctor look, and keeps what he found. */
public final class PortSearch {
    private final InverterSettings settings;
    private final List<Message> heard = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private String port;

    private PortSearch(InverterSettings settings) {
        this.settings = settings;
        port = settings.port();
    }

    /** @param progress told after every try */
    static Search run(InverterSettings settings, TimeSource real, List<String> ports, Runnable progress)
            throws InterruptedException {
        PortSearch search = new PortSearch(settings);
        new Doctor(settings, real, message -> {
            search.hear(message);
            progress.run();
        }).examine(ports);
        return new Search(search.found, search.heard);
    }

    private void hear(Message message) {
        heard.add(message);
        List<Object> args = message.args();
        switch (message.key()) {
            case "doctor.port" -> port = args.getFirst().toString();
            case "doctor.answers" -> found.add(new Found(place(), number(args.get(0)), number(args.get(1)),
                    Message.of("setup.ports.name", args.get(2), args.get(3))));
            case "doctor.other_address" -> found.add(new Found(port, number(args.get(0)), number(args.get(1)),
                    Message.of("setup.ports.unnamed")));
            default -> {
            }
        }
    }

    private String place() {
        return settings.connection() == InverterSettings.Connection.SERIAL
                ? port
                : settings.host() + ":" + settings.tcpPort();
    }

    private static int number(Object arg) {
        return arg instanceof Number number ? number.intValue() : Integer.parseInt(arg.toString());
    }
}
