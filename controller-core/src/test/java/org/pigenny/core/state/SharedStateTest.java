// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.json.Json;
import org.pigenny.core.time.ManualTime;

final class SharedStateTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-05T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void update_keeps_the_other_fields_and_delete_leaves_nothing() throws IOException {
        SharedState state = new SharedState(folder, time);
        SharedState.Slot slot = state.claim("test", "tester");
        slot.write(Json.object("test_key", "test_value", "count", 42));
        slot.update(Json.object("count", 100));
        assertEquals("test_value", state.readFresh("test").get("test_key"));
        assertEquals(100L, state.readFresh("test").get("count"));
        assertEquals("2026-01-05T12:00:00Z", state.readFresh("test").get("_updated_at"));
        assertEquals(List.of("test"), state.listKeys());
        slot.delete();
        assertTrue(state.readFresh("test").isEmpty());
        assertEquals(List.of(), state.listKeys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"a\":1} trailing", "{\"a\":}", "\u0000\u0001", "null", "{\"a\":1"})
    void a_damaged_file_reads_as_empty_and_is_replaced_by_the_next_write(String content) throws IOException {
        SharedState state = new SharedState(folder, time);
        Files.writeString(folder.resolve("test.json"), content);
        assertTrue(state.readFresh("test").isEmpty());
        assertTrue(state.damaged("test"));
        state.claim("test", "tester").update(Json.object("a", 2));
        assertEquals(2L, state.readFresh("test").get("a"));
    }

    @Test
    void a_file_that_is_no_utf8_and_a_folder_in_its_place_read_as_empty() throws IOException {
        SharedState state = new SharedState(folder, time);
        Files.write(folder.resolve("binary.json"), new byte[]{'{', (byte) 0xC3, '}'});
        Files.createDirectory(folder.resolve("folder.json"));
        assertTrue(state.readFresh("binary").isEmpty());
        assertTrue(state.readFresh("folder").isEmpty());
    }

    @Test
    void a_read_is_cached_for_a_tenth_of_a_second() throws IOException {
        SharedState state = new SharedState(folder, time);
        state.claim("test", "tester").write(Json.object("a", 1));
        assertEquals(1, state.read("test").get("a"));
        Files.writeString(folder.resolve("test.json"), "{\"a\":5}");
        time.advance(Duration.ofMillis(99));
        assertEquals(1, state.read("test").get("a"));
        time.advance(Duration.ofMillis(1));
        assertEquals(5L, state.read("test").get("a"));
    }

    @Test
    void a_key_has_one_writer_and_a_plain_name() {
        SharedState state = new SharedState(folder, time);
        state.claim("readings", "device");
        assertThrows(IllegalStateException.class, () -> state.claim("readings", "control"));
        assertThrows(IllegalArgumentException.class, () -> state.read("../etc/passwd"));
    }

    @Test
    void age_counts_from_the_last_write() throws IOException {
        SharedState state = new SharedState(folder, time);
        assertTrue(state.age("test").isEmpty());
        state.claim("test", "tester").write(Json.object());
        Files.setLastModifiedTime(folder.resolve("test.json"),
                java.nio.file.attribute.FileTime.from(time.wall().minusSeconds(7)));
        assertEquals(Duration.ofSeconds(7), state.age("test").orElseThrow());
    }

    @Test
    void readers_never_see_a_partial_file() throws Exception {
        SharedState state = new SharedState(folder, time);
        SharedState.Slot slot = state.claim("test", "tester");
        slot.write(content(0));
        AtomicBoolean done = new AtomicBoolean();
        List<String> broken = new ArrayList<>();
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                Map<String, ?> seen = state.readFresh("test");
                if (!String.valueOf(seen.get("first")).equals(String.valueOf(seen.get("last")))
                        || seen.get("first") == null) {
                    broken.add(seen.toString());
                }
                reading.countDown();
            }
        }, "reader");
        reader.start();
        reading.await();
        for (int i = 1; i <= 300; i++) {
            slot.write(content(i));
        }
        done.set(true);
        reader.join();
        assertEquals(List.of(), broken);
    }

    private static Map<String, Object> content(int number) {
        return Json.object("first", number, "filler", "x".repeat(20_000), "last", number);
    }

    @Test
    void the_mirror_writes_only_the_newest_of_what_was_offered() throws IOException {
        SharedState state = new SharedState(folder, time);
        SharedState.Slot slot = state.claim("readings", "device");
        StateMirror mirror = new StateMirror(time, Duration.ofSeconds(1));
        mirror.offer(slot, () -> {
            throw new IllegalStateException("the older one must not be asked");
        });
        mirror.offer(slot, () -> Json.object("soc", 41.5));
        mirror.writeOffered();
        assertEquals(41.5, state.readFresh("readings").get("soc"));
        Files.delete(folder.resolve("readings.json"));
        mirror.writeOffered();
        assertTrue(state.readFresh("readings").isEmpty());
    }
}
