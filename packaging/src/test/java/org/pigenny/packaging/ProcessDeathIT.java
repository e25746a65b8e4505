// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core killed and the relay server killed under a running engine: the engine ends safe, the run is taken over. */
class ProcessDeathIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String[] QUICK = {"reset_s=0.1", "ignition_s=0.1", "crank_s=2", "glow_crank_s=0.5",
        "verify_s=0.2",
        "rest_s=3", "warmup_s=0.2", "stabilise_s=0.1", "cooldown_s=1", "stop_timeout_s=5", "fires_after_s=0.1"};

    @TempDir
    Path folder;

    private Program server;
    private int port;

    @BeforeEach
    void startServer() throws Exception {
        server = server("0", "charger_lease_s=6", "client_lease_s=6");
        port = Integer.parseInt(server.await("Listening on", LIMIT).replaceAll(".*:", ""));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void a_core_that_dies_lets_the_lease_run_out_and_the_engine_cools_down_and_stops() throws Exception {
        try (Program core = core()) {
            core.await("relay UP", LIMIT);
            pigenny("start");
            awaitStatus("PHASE", "loaded");
            core.process().destroyForcibly();
            awaitStatus("PHASE", "cooldown");
            awaitStatus("PHASE", "off");
            assertEquals("OFF (0x00)", status().get("RELAYS"));
        }
    }

    @Test
    void a_core_that_comes_back_in_time_takes_the_run_over() throws Exception {
        String run;
        try (Program core = core()) {
            core.await("relay UP", LIMIT);
            pigenny("start");
            awaitStatus("PHASE", "loaded");
            run = status().get("RUN_ID");
            core.process().destroyForcibly();
        }
        try (Program again = core()) {
            again.await("[STATE] RUNNING", LIMIT);
            assertEquals("loaded", status().get("PHASE"));
            assertEquals(run, status().get("RUN_ID"), "the same run goes on");
            pigenny("stop");
            awaitStatus("PHASE", "off");
        }
    }

    @Test
    void a_relay_server_that_dies_is_said_and_taken_up_again_with_the_run() throws Exception {
        try (Program core = core()) {
            core.await("relay UP", LIMIT);
            pigenny("start");
            awaitStatus("PHASE", "loaded");
            String run = status().get("RUN_ID");
            server.process().destroyForcibly();
            core.await("lost", LIMIT);
            server = server(String.valueOf(port), "charger_lease_s=30", "client_lease_s=60");
            server.await("Listening on", LIMIT);
            awaitStatus("PHASE", "loaded");
            assertEquals(run, status().get("RUN_ID"));
            pigenny("stop");
            awaitStatus("PHASE", "off");
        }
    }

    private void pigenny(String command) throws Exception {
        try (Program asked = Program.start(Map.of("PIGENNY_HOME", folder.toString()), Program.pigenny(), command)) {
            assertEquals(0, asked.exitCode(LIMIT), asked::said);
        }
    }

    private Program core() throws IOException {
        return Program.start(Map.of("PIGENNY_HOME", folder.toString()), Program.pigenny(), "headless", "--set",
                "inverter.port=" + folder.resolve("none"), "--set", "relay.host=127.0.0.1", "--set",
                "relay.port=" + port, "--set",
                "health.ports=[0,0,0,0,0]", "--set", "health.service_gap_s=0.1", "--set", "health.first_probe_s=0.1");
    }

    private Program server(String atPort, String... more) throws IOException {
        var words = new ArrayList<>(List.of("--host", "127.0.0.1", "--port", atPort, "--board", "simulated",
                "--state-dir", folder.resolve("server").toString()));
        for (String setting : QUICK) {
            words.addAll(List.of("--set", setting));
        }
        for (String setting : more) {
            words.addAll(List.of("--set", setting));
        }
        return Program.start(Map.of(), Program.olimex("olimex-server"), words.toArray(String[]::new));
    }

    /** Asks again and again until the key has the value; the server answers only when it is there. */
    private void awaitStatus(String key, String value) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        Map<String, String> last = Map.of();
        while (System.nanoTime() < end) {
            last = status();
            if (value.equals(last.get(key))) {
                return;
            }
        }
        fail(key + " never became " + value + ": " + last);
    }

    private Map<String, String> status() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write("STATUS\n".getBytes(StandardCharsets.US_ASCII));
            Map<String, String> values = new HashMap<>();
            for (String line = in.readLine(); line != null && !line.equals("END"); line = in.readLine()) {
                int at = line.indexOf(": ");
                if (at > 0) {
                    values.put(line.substring(0, at), line.substring(at + 2));
                }
            }
            return values;
        }
    }
}
