// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir
    Path folder = Path.of("");
    private Path path = Path.of("");
    private SafeFile file = new SafeFile(path, false);

    @BeforeEach
    void name() {
        path = folder.resolve("run.properties");
        file = new SafeFile(path, true);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        file.write(Map.of("a", "1", "b", "two = words"));
        assertEquals(Optional.of(Map.of("a", "1", "b", "two = words")), file.read().values());
        assertFalse(file.read().damaged());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertEquals(new SafeFile.Found(Optional.empty(), false), file.read());
    }

    @Test
    void fallsBackToTheGenerationBeforeWhenTheNewestIsDamagedAnywhere() throws IOException {
        file.write(Map.of("a", "old"));
        file.write(Map.of("a", "new"));
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(7);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 + random.nextInt(255));
            Files.write(path, damaged);
            SafeFile.Found found = file.read();
            // A damaged last line end is none.
            String expected = i == whole.length - 1 && !found.damaged() ? "new" : "old";
            assertEquals(Optional.of(Map.of("a", expected)), found.values(), "byte " + i);
        }
    }

    @Test
    void aFileCutShortAtAnyByteIsNoticed() throws IOException {
        file.write(Map.of("a", "old"));
        file.write(Map.of("a", "new"));
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(path, java.util.Arrays.copyOf(whole, length));
            assertTrue(file.read().damaged(), "length " + length);
            assertEquals(Optional.of(Map.of("a", "old")), file.read().values());
        }
    }

    @Test
    void bothGenerationsDamagedIsNothingKnown() throws IOException {
        file.write(Map.of("a", "old"));
        file.write(Map.of("a", "new"));
        Files.writeString(path, "rubbish");
        Files.writeString(folder.resolve("run.properties.bak"), "rubbish");
        assertEquals(new SafeFile.Found(Optional.empty(), true), file.read());
    }
}
