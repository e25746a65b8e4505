// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one set of settings out of file, screen, environment and command line. A source with anything wrong in it is left
 * out as a whole, with a message for each fault, so that the result is always usable: old or new, never half.
 */
public final class SettingsLoader {
    private final Schema schema;

    public SettingsLoader() {
        this(new Schema());
    }

    public SettingsLoader(Schema schema) {
        this.schema = schema;
    }

    /**
     * Where to look.
     *
     * @param file settings file; empty for none
     * @param screen values changed by people on the screen
     * @param lastGoodFile values of the file when it was last good; stand in for a file that is not
     * @param environment variables; those that begin with PIGENNY_SET_ count
     * @param overrides `--set` and its short forms
     */
    public record Sources(Optional<Path> file, Map<String, String> screen, Map<String, String> lastGoodFile,
            Map<String, String> environment, Map<String, String> overrides) {
        public static Sources of(Optional<Path> file, Map<String, String> environment,
                Map<String, String> overrides) {
            return new Sources(file, Map.of(), Map.of(), environment, overrides);
        }
    }

    /**
     * @param problems empty when every source was taken
     * @param fileValues what the file said, when it was good
     */
    public record Loaded(Effective effective, List<Problem> problems, Optional<Map<String, String>> fileValues) {}

    public Loaded load(Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
        return load(Sources.of(file, environment, overrides));
    }

    public Loaded load(Sources sources) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        Optional<Layer> file = sources.file().map(path -> new TomlFile(schema, path).read());
        file.ifPresent(layers::add);
        layers.add(Layer.of(schema, Source.SCREEN, sources.screen()));
        layers.add(Layer.ofEnvironment(schema, sources.environment()));
        layers.add(Layer.of(schema, Source.COMMAND_LINE, sources.overrides()));
        layers.forEach(layer -> problems.addAll(layer.problems()));
        List<Layer> good = new ArrayList<>(layers.stream().filter(layer -> layer.problems().isEmpty()).toList());
        if (file.isPresent() && !good.contains(file.get())) {
            good.addFirst(standIn(sources));
        }
        Map<String, Effective.Value> values = merge(good);
        if (!contradictions(values).isEmpty()) {
            values = layerByLayer(good, sources, problems);
        }
        boolean fileTaken = file.isPresent() && problems.stream().noneMatch(p -> p.source().equals(file.get().name()));
        return new Loaded(effective(values), List.copyOf(problems),
                fileTaken ? file.map(Layer::values) : Optional.empty());
    }

    private Layer standIn(Sources sources) {
        Layer lastGood = Layer.of(schema, Source.FILE, "last good settings", sources.lastGoodFile()
                .entrySet()
                .stream()
                .map(entry -> new Given(entry.getKey(), entry.getValue(), Shape.ANY, ""))
                .toList());
        return new Layer(Source.FILE, lastGood.name(), lastGood.values(), List.of());
    }

    private Map<String, Effective.Value> layerByLayer(List<Layer> layers, Sources sources, List<Problem> problems) {
        List<Layer> taken = new ArrayList<>();
        for (Layer layer : layers) {
            taken.add(layer);
            List<Contradiction> found = contradictions(merge(taken));
            if (!found.isEmpty()) {
                taken.removeLast();
                found.forEach(one -> problems.add(Problem.contradiction(layer.name(), one)));
                if (layer.source() == Source.FILE && contradictions(merge(List.of(standIn(sources)))).isEmpty()) {
                    taken.add(standIn(sources));
                }
            }
        }
        return merge(taken);
    }

    private Map<String, Effective.Value> merge(List<Layer> layers) {
        Map<String, Effective.Value> values = new LinkedHashMap<>();
        Set<String> given = new TreeSet<>();
        layers.forEach(layer -> given.addAll(layer.values().keySet()));
        for (Key key : schema.keysFor(given)) {
            Effective.Value value = new Effective.Value(key, key.fallback(), Source.DEFAULT);
            for (Layer layer : layers) {
                String text = layer.values().get(key.name());
                if (text != null) {
                    value = new Effective.Value(key, text, layer.source());
                }
            }
            values.put(key.name(), value);
        }
        return values;
    }

    private static List<Contradiction> contradictions(Map<String, Effective.Value> values) {
        return Contradiction.in(plain(values));
    }

    private static Effective effective(Map<String, Effective.Value> values) {
        return new Effective(Mapping.settings(plain(values)), values);
    }

    private static Values plain(Map<String, Effective.Value> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, value.text()));
        return new Values(texts);
    }
}
