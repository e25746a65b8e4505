// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is on the disk once it is closed: a stick is pulled out as soon as the screen says so. */
final class ForcedFile extends OutputStream {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final OutputStream buffer;
    private boolean closed;

    ForcedFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        buffer = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    @Override
    public void write(int one) throws IOException {
        buffer.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        buffer.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (channel) {
            buffer.flush();
            channel.force(true);
        }
    }
}
