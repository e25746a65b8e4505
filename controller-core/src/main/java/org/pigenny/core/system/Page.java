// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a service's port.
 *
 * @param path such as /readings
 * @param method GET or POST
 * @param answer the JSON object to answer
 */
public record Page(String path, String method, Supplier<Map<String, @Nullable Object>> answer) {
    public static Page get(String path, Supplier<Map<String, @Nullable Object>> answer) {
        return new Page(path, "GET", answer);
    }

    public static Page post(String path, Supplier<Map<String, @Nullable Object>> answer) {
        return new Page(path, "POST", answer);
    }
}
