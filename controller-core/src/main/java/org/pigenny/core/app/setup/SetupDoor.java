// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning.Found;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** The steps over the local socket, for `pigenny setup` beside a running core. */
public final class SetupDoor {
    public static final String PREFIX = "setup ";

    private final Commissioner walk;
    private final SettingsPort settings;
    private final Function<Message, String> words;

    public SetupDoor(Commissioner walk, SettingsPort settings, Function<Message, String> words) {
        this.walk = walk;
        this.settings = settings;
        this.words = words;
    }

    /** @param request with the field command: {@code setup} and what to do, and the fields that this needs */
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> request, Origin who) {
        String what = text(request, "command").substring(PREFIX.length());
        return switch (what) {
            case "state" -> state();
            case "entries" -> Json.object("entries", settings.entries().stream().map(SetupDoor::entry).toList());
            case "change" -> said(settings.change(changes(request), who));
            case "search" -> search();
            case "relay_server" -> said(walk.lookAtRelayServer());
            case "open_wiring" -> said(walk.begin(who));
            case "close_wiring" -> closed(request, who);
            case "settle" -> settle(request, who);
            case "pin" -> said(walk.setPin(text(request, "digits"), who));
            case "finish" -> said(walk.finish(who));
            default -> Json.object("error", "there is no setup " + what);
        };
    }

    private Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = StateJson.write(walk.state(), walk.state().open());
        state.put("in_error", walk.controllerInError());
        return state;
    }

    private Map<String, @Nullable Object> closed(Map<String, @Nullable Object> request, Origin who) {
        walk.closed(Boolean.TRUE.equals(request.get("in_error_before")), who);
        return Json.object("accepted", true, "text", "");
    }

    private Map<String, @Nullable Object> search() {
        try {
            Search search = walk.findInverter();
            return Json.object("found", search.found().stream().map(this::found).toList(), "heard",
                    search.heard().stream().map(words).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Json.object("error", "the core is stopping");
        }
    }

    private Map<String, @Nullable Object> found(Found found) {
        return Json.object("port", found.port(), "baud", found.baud(), "slave", found.slave(), "name",
                words.apply(found.name()));
    }

    private Map<String, @Nullable Object> settle(Map<String, @Nullable Object> request, Origin who) {
        Optional<Step> step = Stream.of(Step.values())
                .filter(one -> one.word().equals(text(request, "step")))
                .findFirst();
        Optional<Standing> standing = Stream.of(Standing.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text(request, "standing")))
                .findFirst();
        if (step.isEmpty() || standing.isEmpty()) {
            return Json.object("error", "there is no such step or standing");
        }
        return said(walk.settle(step.get(), standing.get(), text(request, "note"), who));
    }

    private static Map<String, String> changes(Map<String, @Nullable Object> request) {
        Map<String, String> changes = new LinkedHashMap<>();
        if (request.get("changes") instanceof Map<?, ?> all) {
            all.forEach((key, value) -> changes.put(String.valueOf(key), String.valueOf(value)));
        }
        return changes;
    }

    private static Map<String, @Nullable Object> entry(SettingsPort.Entry entry) {
        return Json.object("key", entry.key(), "value", entry.value(), "default", entry.defaultValue(), "unit",
                entry.unit(), "source", entry.source(), "allowed", entry.allowed());
    }

    private Map<String, @Nullable Object> said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> Json.object("accepted", true, "text", words.apply(accepted.text()));
            case Outcome.Refused refused -> Json.object("accepted", false, "text", words.apply(refused.why()));
        };
    }

    private static String text(Map<String, @Nullable Object> request, String key) {
        Object value = request.get(key);
        return value == null ? "" : value.toString();
    }

    /** For the other side: settings as {@link #answer} wrote them. */
    public static List<SettingsPort.Entry> entries(Map<String, @Nullable Object> answer) {
        List<SettingsPort.Entry> entries = new ArrayList<>();
        if (answer.get("entries") instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> map) {
                    entries.add(new SettingsPort.Entry(word(map, "key"), word(map, "value"), word(map, "default"),
                            word(map, "unit"), word(map, "source"), word(map, "allowed")));
                }
            }
        }
        return entries;
    }

    /** For the other side: what was found, as {@link #answer} wrote it. */
    public static Search search(Map<String, @Nullable Object> answer) {
        List<Found> found = new ArrayList<>();
        if (answer.get("found") instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> map) {
                    found.add(new Found(word(map, "port"), Integer.parseInt(word(map, "baud")),
                            Integer.parseInt(word(map, "slave")), said(word(map, "name"))));
                }
            }
        }
        List<Message> heard = answer.get("heard") instanceof List<?> lines
                ? lines.stream().map(line -> said(String.valueOf(line))).toList()
                : List.of();
        return new Search(found, heard);
    }

    /** Words that are already in a language. */
    public static Message said(String words) {
        return Message.of("setup.said", words);
    }

    private static String word(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
