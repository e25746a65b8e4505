// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.json;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of the model as JSON and reads them back equal: records, sealed types of records, enums, optionals, lists,
 * maps, numbers, text and time. The same value always gives the same text.
 */
public final class Codec {
    private Codec() {}

    public static String write(Object value, Type type) {
        return Json.write(Encoder.tree(value, type));
    }

    /** @throws IllegalArgumentException when the text does not hold such a value; the message names the place */
    public static <T> T read(String text, Class<T> type) {
        return type.cast(read(text, (Type) type));
    }

    /** @throws IllegalArgumentException when the text does not hold such a value; the message names the place */
    public static Object read(String text, Type type) {
        Object value = fromTree(Json.read(text), type);
        if (value == null) {
            throw new IllegalArgumentException("null is no " + type.getTypeName());
        }
        return value;
    }

    public static @Nullable Object toTree(@Nullable Object value, Type type) {
        return Encoder.tree(value, type);
    }

    public static @Nullable Object fromTree(@Nullable Object tree, Type type) {
        return Decoder.value(tree, type);
    }
}
