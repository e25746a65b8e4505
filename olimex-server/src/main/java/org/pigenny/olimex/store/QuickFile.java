// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A text that survives the process and costs no wait for a disk: two slots in mapped memory, written in turn. After a cut of
 * power it may be old or torn; then the {@link SafeFile} beside it counts.
 */
public final class QuickFile {
    private static final int SLOT = 2048;
    private static final int HEADER = 8 + 4 + 8;

    private final MappedByteBuffer memory;
    private long generation;

    public QuickFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * SLOT);
        }
        generation = Math.max(generation(0), generation(1));
    }

    /** The text written last, if a slot is whole. */
    public Optional<String> read() {
        int newest = generation(0) > generation(1) ? 0 : 1;
        return text(newest).or(() -> text(1 - newest));
    }

    /** @throws IllegalArgumentException when the text is longer than a slot */
    public void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > SLOT - HEADER) {
            throw new IllegalArgumentException("text of " + bytes.length + " bytes");
        }
        generation++;
        ByteBuffer slot = slot((int) (generation % 2));
        slot.putLong(0).putInt(bytes.length).putLong(checksum(generation, bytes)).put(bytes);
        // The generation comes last: until then the other slot is the newest.
        slot.putLong(0, generation);
    }

    private ByteBuffer slot(int index) {
        return memory.slice(index * SLOT, SLOT);
    }

    private long generation(int index) {
        return text(index).isPresent() ? slot(index).getLong(0) : 0;
    }

    private Optional<String> text(int index) {
        ByteBuffer slot = slot(index);
        long stamp = slot.getLong();
        int length = slot.getInt();
        long checksum = slot.getLong();
        if (stamp <= 0 || length < 0 || length > SLOT - HEADER) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        slot.get(bytes);
        return checksum(stamp, bytes) == checksum
                ? Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private static long checksum(long generation, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(8).putLong(generation).array());
        crc.update(bytes);
        return crc.getValue();
    }
}
