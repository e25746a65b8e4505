// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How record classes look: components, accessors, canonical constructor; looked up once for each class. */
final class Shapes {
    static final String TYPE_KEY = "@";

    private static final ClassValue<Shape> CACHE = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Shapes() {}

    static Shape of(Class<?> type) {
        return CACHE.get(type);
    }

    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> raw(parameterized.getRawType());
            default -> throw new IllegalArgumentException("no shape for " + type.getTypeName());
        };
    }

    static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }

    /** The record that a sealed type permits under a simple name. */
    static Class<?> permitted(Class<?> sealed, String name) {
        List<Class<?>> open = new ArrayList<>(List.of(sealed));
        while (!open.isEmpty()) {
            Class<?> type = open.removeLast();
            if (type.isRecord() && type.getSimpleName().equals(name)) {
                return type;
            }
            if (type.isSealed()) {
                open.addAll(Arrays.asList(type.getPermittedSubclasses()));
            }
        }
        throw new IllegalArgumentException(sealed.getSimpleName() + " has no kind " + name);
    }

    record Shape(List<Component> components, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] parts = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(Arrays.stream(parts).map(Component::of).toList(), constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + type, e);
            }
        }
    }

    record Component(String name, Type type, Method accessor) {
        static Component of(RecordComponent part) {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true);
            return new Component(part.getName(), part.getGenericType(), accessor);
        }
    }
}
