// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.Hmac;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.StatusLines;
import org.pigenny.olimex.protocol.Verb;

/**
 * One conversation with the relay server for commissioning: a connection of its own, so that its relays drop when it ends,
 * however it ends. Every call waits for its answer, at most as long as the patience given.
 */
public final class HandsOn implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader in;

    /** @throws IOException when nobody answers there, not as a relay server does, or the key is not taken */
    public HandsOn(RelaySettings settings, Duration patience) throws IOException {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new IOException("no such host: " + settings.host());
        }
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(address, millis);
            socket.setSoTimeout(millis);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String greeting = line();
            if (!greeting.equals(Answers.GREETING)) {
                throw new IOException("that is no relay server, it says '" + greeting + "'");
            }
            Optional<byte[]> key = KeyFile.read(settings);
            if (key.isPresent()) {
                authenticate(key.get());
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void authenticate(byte[] key) throws IOException {
        String challenge = ask(Verb.AUTH, "");
        if (challenge.startsWith(Answers.CHALLENGE)) {
            carryOut(Verb.AUTH, Hmac.answer(key,
                    challenge.substring(Answers.CHALLENGE.length())));
        }
    }

    public Map<StatusKey, String> status() throws IOException {
        EnumMap<StatusKey, String> values = new EnumMap<>(StatusKey.class);
        for (String line = ask(Verb.STATUS, ""); !line.equals(StatusKey.END); line = line()) {
            StatusLines.decode(line, values);
        }
        return values;
    }

    public Inputs inputs() throws IOException {
        return Inputs.parse(ask(Verb.INPUTS, ""));
    }

    /** @throws RefusedException when the server says no */
    public void maintenance(boolean on) throws IOException {
        carryOut(Verb.MAINTENANCE, on ? "ON" : "OFF");
    }

    /** Sets the four relays, bits as on the board. */
    public void relays(int bits) throws IOException {
        carryOut(Verb.RELAY, Relay.hex(bits).substring(2));
    }

    /** Clears faults whose cause is gone. */
    public void reset() throws IOException {
        carryOut(Verb.RESET, "");
    }

    private void carryOut(Verb verb, String argument) throws IOException {
        String answer = ask(verb, argument);
        if (answer.startsWith(Answers.ERROR)) {
            throw new RefusedException(answer.substring(Answers.ERROR.length()).replaceFirst("^: ", ""));
        }
    }

    private String ask(Verb verb, String argument) throws IOException {
        String text = argument.isEmpty() ? verb.name() : verb.name() + " " + argument;
        socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
        return line();
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the relay server closed the connection");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The server understood and said no; its words are the message. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String words) {
            super(words);
        }
    }
}
