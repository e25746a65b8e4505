// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pigenny.olimex.protocol.Phase;

/** Brings a real server into a phase and keeps it there: that phase is made long, all others short. */
final class Fixture {
    /** Long enough that nothing ends by itself while a test looks. */
    private static final String LONG = "30";
    private static final Pattern RELAYS = Pattern
            .compile("relays \\S+ \\((0x..)\\) -> (\\S+) \\((0x..)\\) after [0-9.]+ s: (.*)");
    private static final Map<Phase, String> KEYS = Map.of(Phase.RESET, "reset_s", Phase.PREHEAT, "preheat_s",
            Phase.IGNITION, "ignition_s", Phase.CRANK, "crank_s", Phase.VERIFY, "verify_s", Phase.REST, "rest_s",
            Phase.WARMUP, "warmup_s", Phase.STABILISE, "stabilise_s", Phase.COOLDOWN, "cooldown_s", Phase.STOPPING,
            "stop_timeout_s");

    private Fixture() {}

    static List<String> settings(Phase phase, String... more) {
        List<String> settings = new ArrayList<>(ServerProcess.SHORT);
        if (phase == Phase.CRANK) {
            settings.addAll(List.of("crank_s=12", "rest_s=15"));
        } else if (phase == Phase.GLOW_CRANK) {
            settings.addAll(List.of("glow_crank_s=12", "rest_s=15"));
        } else if (KEYS.containsKey(phase)) {
            settings.add(KEYS.get(phase) + "=" + LONG);
        }
        settings.addAll(List.of(more));
        return settings;
    }

    /** @param verb START for a run without a lease, RUN for one with */
    static void bring(Client client, Phase phase, String verb) throws IOException {
        client.untilPhase("off");
        switch (phase) {
            case OFF, UNKNOWN -> {
                return;
            }
            case CRANK, GLOW_CRANK -> client.ask("SIMULATE no_fire");
            case STOPPING -> client.ask("SIMULATE wont_stop");
            case REST -> {
                client.ask("SIMULATE no_fire");
                client.ask("START");
            }
            case FAULT -> {
                client.ask("ESTOP");
                client.untilPhase("fault");
                return;
            }
            case RESET, PREHEAT, IGNITION, VERIFY, WARMUP, STABILISE, LOADED, COOLDOWN -> {
            }
        }
        client.send(verb + "\n");
        if (verb.equals("RUN")) {
            client.line();
        }
        if (phase == Phase.COOLDOWN || phase == Phase.STOPPING) {
            String answer = verb.equals("START") ? client.line() : "";
            client.untilPhase("loaded");
            client.ask("HALT");
            if (!answer.isEmpty() && !answer.startsWith("OK")) {
                throw new AssertionError(answer);
            }
        }
    }

    /** What was really written to the board, oldest first: {@code IGN+START}, … */
    static List<String> relays(ServerProcess server) throws IOException {
        return relays(server.journal());
    }

    /** The same, since the last start of a process. */
    static List<String> relaysSinceRestart(ServerProcess server) throws IOException {
        String journal = server.journal();
        return relays(journal.substring(journal.lastIndexOf(" start: version")));
    }

    private static List<String> relays(String journal) {
        List<String> written = new ArrayList<>();
        Matcher matcher = RELAYS.matcher(journal);
        while (matcher.find()) {
            written.add(matcher.group(2));
        }
        return written;
    }

    /** The same once the last of them is this one; the journal is written a little after the relays. */
    static List<String> relaysUntil(ServerProcess server, String last) throws IOException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (true) {
            List<String> written = relays(server);
            if (!written.isEmpty() && written.get(written.size() - 1).equals(last)) {
                return written;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("never " + last + ": " + server.journal());
            }
        }
    }

    /** Waits for a line: the journal is written a little after what it tells. */
    static void journalUntil(ServerProcess server, String regex) throws IOException {
        long until = System.nanoTime() + 20_000_000_000L;
        Pattern wanted = Pattern.compile(regex);
        while (!wanted.matcher(server.journal()).find()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("never " + regex + ": " + server.journal());
            }
        }
    }
}
