// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one source, each checked alone.
 *
 * @param name as a person would call it: the file's path, environment, command line
 * @param values in their one way of writing, good ones only
 */
record Layer(Source source, String name, Map<String, String> values, List<Problem> problems) {
    private static final String PREFIX = "PIGENNY_SET_";

    Layer {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    static Layer of(Schema schema, Source source, String name, List<Given> given) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Given one : given) {
            Optional<Key> known = schema.find(one.key());
            if (known.isEmpty()) {
                problems.add(unknown(schema, name, one));
                continue;
            }
            Key key = known.get();
            Optional<String> value = key.kind().takes(one.shape())
                    ? key.kind().canonical(one.text())
                    : Optional.empty();
            value.ifPresentOrElse(good -> values.put(key.name(), good),
                    () -> problems.add(Problem.wrong(name, one, key)));
        }
        return new Layer(source, name, values, problems);
    }

    private static Problem unknown(Schema schema, String name, Given one) {
        Optional<String> badName = DeviceKeys.badName(one.key());
        if (badName.isPresent()) {
            return Problem.deviceName(name, one, badName.get());
        }
        return schema.isTable(one.key())
                ? Problem.table(name, one)
                : Problem.unknown(name, one, schema.nearest(one.key()));
    }

    static Layer of(Schema schema, Source source, Map<String, String> values) {
        return of(schema, source, source.word(), values.entrySet()
                .stream()
                .map(entry -> new Given(entry.getKey(), entry.getValue(), Shape.ANY, ""))
                .toList());
    }

    /** PIGENNY_SET_GENERATOR__SOC__START=95 means generator.soc.start = 95. */
    static Layer ofEnvironment(Schema schema, Map<String, String> environment) {
        List<Given> given = environment.entrySet()
                .stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Given(name(entry.getKey()), entry.getValue(), Shape.ANY, entry.getKey()))
                .toList();
        return of(schema, Source.ENVIRONMENT, Source.ENVIRONMENT.word(), given);
    }

    private static String name(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace("__", ".");
    }
}
