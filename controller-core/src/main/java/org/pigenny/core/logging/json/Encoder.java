// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.json;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values to trees. Maps and sets are written in the order of their keys, so that equal values give equal text. */
final class Encoder {
    private Encoder() {}

    static @Nullable Object tree(@Nullable Object value, Type type) {
        return switch (value) {
            case null -> null;
            case Optional<?> some -> some.isPresent() ? tree(some.get(), Shapes.argument(type, 0)) : null;
            case OptionalDouble some -> some.isPresent() ? number(some.getAsDouble()) : null;
            case OptionalInt some -> some.isPresent() ? (Object) (long) some.getAsInt() : null;
            case OptionalLong some -> some.isPresent() ? (Object) some.getAsLong() : null;
            case Set<?> set -> sorted(set, Shapes.argument(type, 0));
            case Collection<?> list -> list(list, Shapes.argument(type, 0));
            case Map<?, ?> map -> map(map, Shapes.argument(type, 1));
            case Record fields -> fields(fields, type);
            default -> type == Object.class ? tagged(value) : scalar(value);
        };
    }

    private static List<@Nullable Object> list(Collection<?> values, Type type) {
        List<@Nullable Object> trees = new ArrayList<>();
        values.forEach(value -> trees.add(tree(value, type)));
        return trees;
    }

    private static List<@Nullable Object> sorted(Set<?> values, Type type) {
        Map<String, @Nullable Object> byText = new TreeMap<>();
        values.forEach(value -> byText.put(Json.write(tree(value, type)), tree(value, type)));
        return new ArrayList<>(byText.values());
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values, Type type) {
        Map<String, @Nullable Object> trees = new TreeMap<>();
        values.forEach((key, value) -> trees.put(String.valueOf(scalar(key)), tree(value, type)));
        return trees;
    }

    private static Map<String, @Nullable Object> fields(Record value, Type type) {
        Map<String, @Nullable Object> trees = new LinkedHashMap<>();
        if (Shapes.raw(type) != value.getClass()) {
            trees.put(Shapes.TYPE_KEY, value.getClass().getSimpleName());
        }
        for (Shapes.Component part : Shapes.of(value.getClass()).components()) {
            try {
                trees.put(part.name(), tree(part.accessor().invoke(value), part.type()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + part.name() + " of " + value.getClass(), e);
            }
        }
        return trees;
    }

    private static Object scalar(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean bool -> bool;
            case Long number -> number;
            case Integer number -> (long) number;
            case Double number -> number(number);
            case Enum<?> constant -> constant.name();
            case ZoneId zone -> zone.getId();
            case Duration time -> time.toString();
            case Instant at -> at.toString();
            case LocalTime at -> at.toString();
            case LocalDate day -> day.toString();
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }

    /** Arguments of messages: declared as Object, so each says what it is; plain text, doubles and booleans need not. */
    private static Object tagged(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean bool -> bool;
            case Double number -> number(number);
            case Integer number -> Map.of("int", (long) number);
            case Long number -> Map.of("long", number);
            case Duration time -> Map.of("duration", time.toString());
            case Instant at -> Map.of("instant", at.toString());
            case LocalTime at -> Map.of("time", at.toString());
            default -> value.toString();
        };
    }
}
