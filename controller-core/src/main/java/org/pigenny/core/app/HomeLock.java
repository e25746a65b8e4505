// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One core for one home: two would both drive the same engine. Held by the kernel, so it ends with the process. */
public final class HomeLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);
    private final Optional<FileChannel> channel;

    private HomeLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /** @throws CoreBusyException when another core runs on this home */
    public static HomeLock take(Home home) {
        Path file = home.data().resolve("core.lock");
        try {
            Files.createDirectories(home.data());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CoreBusyException("Another PiGenny runs on " + home.data() + ".");
            }
            return new HomeLock(Optional.of(channel));
        } catch (IOException e) {
            LOG.error("[ERROR] The data folder {} cannot be written: {}. Nothing will be kept over a restart.",
                    home.data(), e.toString());
            return new HomeLock(Optional.empty());
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        channel.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("[ERROR] The lock of the data folder cannot be released: {}", e.toString());
            }
        });
    }
}
