// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Message;

/** Trees to values of a declared type. */
final class Decoder {
    private Decoder() {}

    static @Nullable Object value(@Nullable Object tree, Type type) {
        Class<?> raw = Shapes.raw(type);
        if (raw == Optional.class) {
            return Optional.ofNullable(value(tree, Shapes.argument(type, 0)));
        }
        if (raw == OptionalDouble.class) {
            return tree == null ? OptionalDouble.empty() : OptionalDouble.of(decimal(tree));
        }
        if (raw == OptionalInt.class) {
            return tree == null ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(integer(tree)));
        }
        if (raw == OptionalLong.class) {
            return tree == null ? OptionalLong.empty() : OptionalLong.of(integer(tree));
        }
        return tree == null ? null : present(tree, type, raw);
    }

    private static Object present(Object tree, Type type, Class<?> raw) {
        if (tree instanceof List<?> list) {
            return list(list, type, raw);
        }
        if (raw == Map.class && tree instanceof Map<?, ?> map) {
            return map(map, type);
        }
        if (raw == Object.class) {
            return untagged(tree);
        }
        if (tree instanceof Map<?, ?> map) {
            return record(map, raw);
        }
        return scalar(tree, raw);
    }

    private static Object list(List<?> trees, Type type, Class<?> raw) {
        List<@Nullable Object> values = new ArrayList<>();
        trees.forEach(tree -> values.add(value(tree, Shapes.argument(type, 0))));
        return raw == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private static Map<Object, @Nullable Object> map(Map<?, ?> trees, Type type) {
        Class<?> key = Shapes.raw(Shapes.argument(type, 0));
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        trees.forEach((name, tree) -> values.put(scalar(name, key), value(tree, Shapes.argument(type, 1))));
        return values;
    }

    private static Object record(Map<?, ?> trees, Class<?> raw) {
        Class<?> type = trees.get(Shapes.TYPE_KEY) instanceof String name ? Shapes.permitted(raw, name) : raw;
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        Shapes.Shape shape = Shapes.of(type);
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Shapes.Component part : shape.components()) {
            try {
                arguments.add(value(trees.get(part.name()), part.type()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(type.getSimpleName() + "." + part.name() + ": " + e.getMessage(), e);
            }
        }
        try {
            return shape.constructor().newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName() + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static Object scalar(Object tree, Class<?> raw) {
        if (raw.isEnum()) {
            return constant(raw, text(tree));
        }
        return switch (raw.getName()) {
            case "java.lang.String" -> text(tree);
            case "boolean", "java.lang.Boolean" -> {
                if (tree instanceof Boolean bool) {
                    yield bool;
                }
                throw new IllegalArgumentException(tree + " is neither true nor false");
            }
            case "int", "java.lang.Integer" -> Math.toIntExact(integer(tree));
            case "long", "java.lang.Long" -> integer(tree);
            case "double", "java.lang.Double" -> decimal(tree);
            case "java.time.Duration" -> Duration.parse(text(tree));
            case "java.time.Instant" -> Instant.parse(text(tree));
            case "java.time.LocalTime" -> LocalTime.parse(text(tree));
            case "java.time.LocalDate" -> LocalDate.parse(text(tree));
            case "java.time.ZoneId" -> ZoneId.of(text(tree));
            default -> throw new IllegalArgumentException("no JSON for " + raw.getName());
        };
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
    }

    private static Object untagged(Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        if (map.containsKey(Shapes.TYPE_KEY)) {
            return record(map, Message.class);
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        return switch (text(only.getKey())) {
            case "int" -> Math.toIntExact(integer(only.getValue()));
            case "long" -> integer(only.getValue());
            case "duration" -> Duration.parse(text(only.getValue()));
            case "instant" -> Instant.parse(text(only.getValue()));
            case "time" -> LocalTime.parse(text(only.getValue()));
            default -> throw new IllegalArgumentException("unknown tag " + only.getKey());
        };
    }

    private static String text(Object tree) {
        if (tree instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(tree + " is no text");
    }

    private static long integer(Object tree) {
        return switch (tree) {
            case Long number -> number;
            case String text -> Long.parseLong(text);
            default -> throw new IllegalArgumentException(tree + " is no whole number");
        };
    }

    private static double decimal(Object tree) {
        return switch (tree) {
            case Number number -> number.doubleValue();
            case String text -> Double.parseDouble(text);
            default -> throw new IllegalArgumentException(tree + " is no number");
        };
    }
}
