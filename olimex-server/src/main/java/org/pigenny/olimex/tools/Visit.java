// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.StatusLines;
import org.pigenny.olimex.protocol.Verb;

/** One short conversation with a server. */
final class Visit implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader in;

    /** @throws IOException when nobody answers, or not as a relay server does */
    Visit(String host, int port, int timeoutMillis) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("no such host");
        }
        try {
            socket.connect(address, timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String greeting = line();
            if (!greeting.equals(Answers.GREETING)) {
                throw new IOException("it says '" + greeting + "'");
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("it closed the connection");
        }
        return line;
    }

    String ask(Verb verb) throws IOException {
        socket.getOutputStream().write((verb.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        return line();
    }

    Map<StatusKey, String> status() throws IOException {
        EnumMap<StatusKey, String> values = new EnumMap<>(StatusKey.class);
        for (String line = ask(Verb.STATUS); !line.equals(StatusKey.END); line = line()) {
            StatusLines.decode(line, values);
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
