// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pigenny.kiosk.control.Tone;

class LogPagesTest {
    private static final long MILLION = 1_000_000;
    private static final int ON_SCREEN = 8;

    private final LogPages pages = new LogPages();

    /** A log of numbered events, one a second: number n at second MILLION - n. */
    private static LogRow numbered(long number) {
        return new LogRow("", "", String.valueOf(number), "", Tone.CALM);
    }

    private void serve(int first, int last, long events) {
        for (Optional<LogPages.Wanted> wanted = pages.wanted(first, last); wanted.isPresent(); wanted = pages
                .wanted(first, last)) {
            long newest = MILLION - wanted.get().before().getEpochSecond() + 1;
            long end = Math.min(events, newest + LogPages.PAGE);
            pages.fetched(wanted.get(), LongStream.range(newest, end).mapToObj(LogPagesTest::numbered).toList(),
                    end > newest ? Optional.of(Instant.ofEpochSecond(MILLION - end + 1)) : Optional.empty());
        }
    }

    private void see(int first, long events) {
        serve(first, first + ON_SCREEN, events);
        for (int i = first; i < Math.min(events, first + ON_SCREEN); i++) {
            assertEquals(String.valueOf(i), pages.row(i).orElseThrow().text());
        }
        assertTrue(pages.heldPages() <= LogPages.HELD);
    }

    @Test
    void a_million_rows_pass_down_and_up_and_only_a_handful_of_pages_is_held() {
        pages.restart(Instant.ofEpochSecond(MILLION + 1));
        for (int first = 0; first < MILLION; first += 150) {
            see(first, MILLION);
        }
        see((int) MILLION - ON_SCREEN, MILLION);
        assertEquals(MILLION, pages.size());
        assertTrue(pages.row(0).isEmpty(), "the first page is still held");
        for (int first = (int) MILLION - ON_SCREEN; first > 0; first -= 4999) {
            see(first, MILLION);
        }
        see(0, MILLION);
    }

    @Test
    void an_empty_log_is_complete_and_asks_once() {
        pages.restart(Instant.ofEpochSecond(MILLION + 1));
        serve(0, ON_SCREEN, 0);
        assertEquals(0, pages.size());
        assertTrue(pages.complete());
    }

    @Test
    void a_log_that_ends_with_a_page_is_complete_after_an_empty_one() {
        pages.restart(Instant.ofEpochSecond(MILLION + 1));
        see(0, 2 * LogPages.PAGE);
        see(2 * LogPages.PAGE - ON_SCREEN, 2 * LogPages.PAGE);
        assertEquals(2 * LogPages.PAGE, pages.size());
        assertTrue(pages.complete());
    }

    @Test
    void new_events_push_the_old_ones_down_and_no_page_is_lost() {
        pages.restart(Instant.ofEpochSecond(MILLION + 1));
        see(0, 1000);
        pages.prepend(List.of(numbered(-2), numbered(-1)));
        pages.prepend(List.of(numbered(-3)));
        assertEquals(List.of("-3", "-2", "-1", "0"),
                List.of(0, 1, 2, 3).stream().map(i -> pages.row(i).orElseThrow().text()).toList());
        for (int first = 0; first < 1000; first += 100) {
            serve(first, first + ON_SCREEN, 1000);
        }
        assertEquals("899", pages.row(902).map(LogRow::text).orElse("missing"));
    }
}
