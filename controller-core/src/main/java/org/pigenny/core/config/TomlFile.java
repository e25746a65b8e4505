// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pigenny.core.model.Message;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a settings file into a layer; whatever is wrong with it becomes a problem in words. */
final class TomlFile {
    /** Far above any real file; a wrong path such as /dev/zero must not fill the memory. */
    private static final long LARGEST_BYTES = 1_000_000;

    private final Schema schema;
    private final Path path;

    TomlFile(Schema schema, Path path) {
        this.schema = schema;
        this.path = path;
    }

    Layer read() {
        try {
            return parse(text());
        } catch (NoSuchFileException e) {
            return failed(Message.of("settings.missing", path.toString()));
        } catch (AccessDeniedException e) {
            return failed(Message.of("settings.forbidden", path.toString()));
        } catch (CharacterCodingException e) {
            return failed(Message.of("settings.not_utf8", path.toString()));
        } catch (IOException e) {
            String reason = e.getMessage();
            return failed(Message.of("settings.unreadable", path.toString(), reason == null ? e.toString() : reason));
        }
    }

    private String text() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_BYTES) {
            throw new IOException("it is no plain file of at most " + LARGEST_BYTES + " bytes");
        }
        return Files.readString(path);
    }

    private Layer parse(String text) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            List<Problem> problems = toml.errors().stream().map(this::syntax).toList();
            return new Layer(Source.FILE, path.toString(), Map.of(), problems);
        }
        List<Given> given = new ArrayList<>();
        collect("", toml, given);
        return Layer.of(schema, Source.FILE, path.toString(), given);
    }

    private Problem syntax(TomlParseError error) {
        String reason = error.getMessage();
        return new Problem(path.toString(), Message.of("settings.syntax", path.toString(),
                Integer.toString(error.position().line()), reason == null ? "" : reason));
    }

    private void collect(String prefix, TomlTable table, List<Given> given) {
        for (String name : table.keySet()) {
            String key = prefix + name;
            List<String> path = List.of(name);
            Object value = table.get(path);
            boolean setting = schema.find(key).isPresent();
            if (value instanceof TomlTable inner && !setting && !inner.isEmpty()) {
                collect(key + ".", inner, given);
            } else if (value != null && !(value instanceof TomlTable empty && empty.isEmpty() && !setting)) {
                given.add(new Given(key, words(value), shape(value), place(table.inputPositionOf(path))));
            }
        }
    }

    private static String words(Object value) {
        return value instanceof TomlArray array
                ? array.toList().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value instanceof TomlTable ? "{…}" : value.toString();
    }

    private static Shape shape(Object value) {
        return switch (value) {
            case Boolean flag -> Shape.FLAG;
            case Number number -> Shape.NUMBER;
            case String text -> Shape.TEXT;
            case TomlArray array -> Shape.LIST;
            case TomlTable table -> Shape.TABLE;
            default -> Shape.MOMENT;
        };
    }

    private static String place(@org.jspecify.annotations.Nullable TomlPosition position) {
        return position == null ? "" : "line " + position.line();
    }

    private Layer failed(Message why) {
        return new Layer(Source.FILE, path.toString(), Map.of(), List.of(new Problem(path.toString(), why)));
    }
}
