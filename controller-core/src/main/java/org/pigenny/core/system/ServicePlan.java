// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;

/**
 * How to build and judge one service.
 *
 * @param port of its health endpoint; 0 takes a free one
 * @param build makes its loops anew; called on a thread of the service
 * @param hangAfter a loop without progress for so long is hung
 * @param details more fields for its `/health`
 * @param pages other pages at its port
 */
public record ServicePlan(String name, boolean critical, int port, Supplier<List<Loop>> build, Duration hangAfter,
        Supplier<Map<String, @Nullable Object>> details, List<Page> pages) {
    public ServicePlan {
        pages = List.copyOf(pages);
    }
}
