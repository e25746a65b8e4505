// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.config.SettingsLoader.Loaded;
import org.pigenny.core.config.SettingsLoader.Sources;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The effective settings over time: read again when the file changes, changed by people, rolled back. */
public final class SettingsStore {
    /**
     * Where this process takes its settings from.
     *
     * @param file settings file
     * @param fileMayBeAbsent whether no file is as good as an empty one
     * @param folder keeps the versions and the last good values
     */
    public record Place(Optional<Path> file, boolean fileMayBeAbsent, Map<String, String> environment,
            Map<String, String> overrides,
            Path folder) {
        Optional<Path> presentFile() {
            return file.filter(path -> !fileMayBeAbsent || Files.exists(path));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final SettingsLoader loader = new SettingsLoader();
    private final Schema schema = new Schema();
    private final Place place;
    private final VersionFolder folder;
    private final TimeSource time;
    private Overlay overlay;
    private Loaded loaded;
    private volatile String readStamp = "";

    public SettingsStore(Place place, TimeSource time) {
        this.place = place;
        this.time = time;
        folder = new VersionFolder(place.folder());
        readStamp = stamp();
        overlay = folder.versions().stream().findFirst().map(Version::overlay).orElse(Overlay.EMPTY);
        loaded = load(overlay);
        keepLastGood();
    }

    public synchronized Effective effective() {
        return loaded.effective();
    }

    /** What is wrong with the sources at present. */
    public synchronized List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        folder.damaged().forEach(file -> problems.add(new Problem(file, Message.of("settings.version_damaged", file))));
        return problems;
    }

    /** Reads the sources again when the file was touched since the last time; costs next to nothing when it was not. */
    public boolean reloadIfTouched() {
        String stamp = stamp();
        return !stamp.equals(readStamp) && reload();
    }

    private String stamp() {
        Optional<Path> file = place.presentFile();
        if (file.isEmpty()) {
            return "absent";
        }
        try {
            return Files.getLastModifiedTime(file.get()) + " " + Files.size(file.get());
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }

    /** Reads the sources again. The answer is true when the effective values or the problems are other ones. */
    public synchronized boolean reload() {
        Loaded before = loaded;
        readStamp = stamp();
        loaded = load(overlay);
        keepLastGood();
        return !before.effective().hash().equals(loaded.effective().hash())
                || !before.problems().equals(loaded.problems());
    }

    /** Changes keys together, or refuses all. */
    public synchronized Outcome change(Map<String, String> changes, Origin origin) {
        Map<String, String> below = below();
        Overlay next = overlay;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            Optional<Message> refusal = refusal(change.getKey(), change.getValue());
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            String value = schema.find(change.getKey())
                    .flatMap(key -> key.kind().canonical(change.getValue()))
                    .orElseThrow();
            next = next.with(change.getKey(), value, below);
        }
        return take(next, origin);
    }

    private Optional<Message> refusal(String key, String value) {
        Given given = new Given(key, value, Shape.ANY, "");
        Optional<Key> known = schema.find(key);
        if (known.isEmpty()) {
            return Optional.of(Problem.unknown(Source.SCREEN.word(), given, schema.nearest(key)).text());
        }
        if (known.get().kind().canonical(value).isEmpty()) {
            return Optional.of(Problem.wrong(Source.SCREEN.word(), given, known.get()).text());
        }
        Effective.Value now = loaded.effective().values().get(key);
        // A device that there is not yet has no values.
        Source source = now == null ? Source.DEFAULT : now.source();
        return source.compareTo(Source.SCREEN) > 0
                ? Optional.of(Message.of("settings.overridden", key, source.word()))
                : Optional.empty();
    }

    /** Newest first. */
    public synchronized List<Version> versions() {
        return folder.versions();
    }

    /** Takes the values of an earlier version; that is a new version itself. */
    public synchronized Outcome rollBack(String id, Origin origin) {
        return folder.versions()
                .stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .map(version -> take(version.overlay(), origin))
                .orElseGet(() -> new Outcome.Refused(Message.of("settings.no_version", id)));
    }

    private Outcome take(Overlay next, Origin origin) {
        Loaded candidate = load(next);
        List<Problem> fresh = new ArrayList<>(candidate.problems());
        fresh.removeAll(loaded.problems());
        if (!fresh.isEmpty()) {
            return new Outcome.Refused(fresh.getFirst().text());
        }
        List<Version.Change> changes = differences(loaded.effective(), candidate.effective());
        if (changes.isEmpty() && next.equals(overlay)) {
            return new Outcome.Accepted(Message.of("settings.same"));
        }
        try {
            if (folder.versions().isEmpty()) {
                keep(overlay, Origin.CORE, List.of());
            }
            keep(next, origin, changes);
        } catch (IOException e) {
            return new Outcome.Refused(Message.of("settings.not_kept", place.folder().toString(), e.toString()));
        }
        overlay = next;
        loaded = candidate;
        return new Outcome.Accepted(Message.of("settings.changed", said(changes)));
    }

    private void keep(Overlay kept, Origin origin, List<Version.Change> changes) throws IOException {
        folder.add(new Version(folder.newId(time.wall()), time.wall(), origin.name(), changes, kept));
    }

    private static String said(List<Version.Change> changes) {
        return String.join(", ", changes.stream()
                .map(change -> change.key() + " " + change.before() + " → " + change.after())
                .toList());
    }

    /** What changed between two sets. A device that comes or goes changes from or to the defaults. */
    public static List<Version.Change> differences(Effective before, Effective after) {
        List<Version.Change> changes = new ArrayList<>();
        after.values().forEach((key, value) -> {
            String old = textOr(before, value.key());
            if (!old.equals(value.text())) {
                changes.add(new Version.Change(key, old, value.text()));
            }
        });
        before.values().forEach((key, value) -> {
            if (!after.values().containsKey(key) && !value.text().equals(value.key().fallback())) {
                changes.add(new Version.Change(key, value.text(), value.key().fallback()));
            }
        });
        return changes;
    }

    private static String textOr(Effective settings, Key key) {
        Effective.Value value = settings.values().get(key.name());
        return value == null ? key.fallback() : value.text();
    }

    private Loaded load(Overlay screen) {
        return loader
                .load(new Sources(place.presentFile(), screen.over(below()), folder.lastGood(), place.environment(),
                        place.overrides()));
    }

    /** Values of defaults and file alone. */
    private Map<String, String> below() {
        Map<String, String> texts = new LinkedHashMap<>();
        loader.load(new Sources(place.presentFile(), Map.of(), folder.lastGood(), Map.of(), Map.of()))
                .effective()
                .values()
                .forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    private void keepLastGood() {
        loaded.fileValues().ifPresent(values -> {
            try {
                folder.lastGood(values);
            } catch (IOException unwritable) {
                // Without a writable folder there is no last good file after a restart; the platform says so once.
                LOG.warn("[CONFIG] The last good settings cannot be kept: {}", unwritable.toString());
            }
        });
    }

}
