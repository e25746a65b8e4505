// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.PinFile;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.device.line.SerialPorts;
import org.pigenny.core.device.relay.HandsOn;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.time.TimeSource;
import org.pigenny.olimex.protocol.StatusKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps carried out, beside a running core or alone. */
public final class Commissioner implements Commissioning {
    private static final Logger LOG = LoggerFactory.getLogger(Commissioner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The controller must have seen that the cause is gone. */
    private static final int MOST_RESETS = 5;
    private static final Duration BETWEEN_RESETS = Duration.ofSeconds(1);
    private static final Pattern PIN = Pattern.compile("\\d{4,8}");

    private final CommissioningBook book;
    private final Supplier<Settings> settings;
    private final SettingsPort port;
    private final Place place;
    private final Line line;
    private final Controller controller;
    private final TimeSource real;

    /**
     * Where it writes.
     *
     * @param screen folder of the screen's own files, with the PIN
     * @param reports folder of the reports
     */
    public record Place(Path screen, Path reports, String version) {}

    /** Who looks on the serial ports. */
    public interface Line {
        Search search(List<String> ports) throws InterruptedException;
    }

    /** The controller beside which it works. */
    public interface Controller {
        boolean inError();

        void reset(Origin who);

        /** None runs. */
        static Controller none() {
            return new Controller() {
                @Override
                public boolean inError() {
                    return false;
                }

                @Override
                public void reset(Origin who) {
                    // Nobody is in an error.
                }
            };
        }
    }

    public Commissioner(CommissioningBook book, Supplier<Settings> settings, SettingsPort port, Place place, Line line,
            Controller controller, TimeSource real) {
        this.book = book;
        this.settings = settings;
        this.port = port;
        this.place = place;
        this.line = line;
        this.controller = controller;
        this.real = real;
    }

    @Override
    public State state() {
        return book.state();
    }

    @Override
    public Search findInverter() throws InterruptedException {
        return line.search(SerialPorts.present());
    }

    @Override
    public Outcome lookAtRelayServer() {
        RelaySettings relay = settings.get().relay();
        try (HandsOn server = new HandsOn(relay, PATIENCE)) {
            Map<StatusKey, String> status = server.status();
            return new Outcome.Accepted(Message.of("setup.relay.answers", relay.host(), Integer.toString(relay.port()),
                    said(status, StatusKey.VERSION), said(status, StatusKey.I2C), said(status, StatusKey.PHASE),
                    said(status, StatusKey.UPTIME), said(status, StatusKey.MEMORY), said(status, StatusKey.DISK)));
        } catch (IOException e) {
            return new Outcome.Refused(unreachable(relay, e));
        }
    }

    private static String said(Map<StatusKey, String> status, StatusKey key) {
        return status.getOrDefault(key, "?");
    }

    private static Message unreachable(RelaySettings relay, IOException e) {
        return Message.of("setup.relay.unreachable", relay.host(), Integer.toString(relay.port()),
                RelayBench.reason(e));
    }

    @Override
    public Bench openWiring(boolean isolated, Origin who) {
        if (!isolated) {
            return new Bench.Refused(Message.of("setup.wiring.isolate_first"));
        }
        boolean before = controller.inError();
        RelayBench bench = new RelayBench(settings.get().relay(), real, () -> closed(before, who));
        Optional<Message> trouble = bench.open();
        if (trouble.isPresent()) {
            return new Bench.Refused(trouble.get());
        }
        if (begin(who) instanceof Outcome.Refused refused) {
            bench.close();
            return new Bench.Refused(refused.why());
        }
        return new Bench.Ready(bench);
    }

    /** Holds starts back for a wiring check. */
    Outcome begin(Origin who) {
        return book.openForWiring(who);
    }

    /** An input that was operated by hand may have put the controller in an error; one from before stays. */
    void closed(boolean errorBefore, Origin who) {
        try {
            for (int tries = 0; tries < MOST_RESETS && !errorBefore && controller.inError(); tries++) {
                controller.reset(who);
                real.sleep(BETWEEN_RESETS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean controllerInError() {
        return controller.inError();
    }

    @Override
    public Outcome settle(Step step, Standing standing, String note, Origin who) {
        return book.settle(step, standing, note, who);
    }

    @Override
    public Outcome setPin(String digits, Origin who) {
        if (!PIN.matcher(digits).matches()) {
            return new Outcome.Refused(Message.of("setup.pin.digits"));
        }
        try {
            new PinFile(place.screen()).set(digits);
        } catch (IOException e) {
            return new Outcome.Refused(Message.of("setup.not_kept", RelayBench.reason(e)));
        }
        return new Outcome.Accepted(Message.of("setup.pin.set"));
    }

    @Override
    public Outcome finish(Origin who) {
        leaveMaintenance();
        Outcome outcome = book.finish(who);
        if (outcome instanceof Outcome.Accepted) {
            try {
                Path file = Report.write(place.reports(), book.state(), port.entries(), place.version());
                return new Outcome.Accepted(Message.of("setup.finished_with", file.toString()));
            } catch (IOException e) {
                LOG.error("[ERROR] The commissioning report cannot be written: {}", e.toString());
            }
        }
        return outcome;
    }

    /** A client that died in the wiring check left it on; the server would refuse starts for half an hour. */
    private void leaveMaintenance() {
        try (HandsOn server = new HandsOn(settings.get().relay(), PATIENCE)) {
            if ("YES".equals(server.status().get(StatusKey.MAINTENANCE))) {
                server.maintenance(false);
            }
        } catch (IOException e) {
            LOG.debug("No relay server that could be in maintenance: {}", e.toString());
        }
    }
}
