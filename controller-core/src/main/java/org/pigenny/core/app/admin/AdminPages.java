// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Origin;
import org.pigenny.core.system.AuditLog;

/** What the administration can be asked. */
public final class AdminPages {
    private static final int AUDIT_ENTRIES = 200;

    private final Door door;
    private final SettingsPort settings;
    private final AuditLog audit;

    /** Answers what the local socket answers, too. */
    public interface Door {
        Map<String, @Nullable Object> answer(Map<String, @Nullable Object> request, Origin who);

        /** An answer to a change, as an object with accepted and text. */
        Map<String, @Nullable Object> outcome(org.pigenny.core.model.Outcome outcome);
    }

    /** An HTTP status and a JSON object. */
    record Answer(int status, Map<String, @Nullable Object> body) {}

    public AdminPages(Door door, SettingsPort settings, AuditLog audit) {
        this.door = door;
        this.settings = settings;
        this.audit = audit;
    }

    Answer answer(String method, String path, Map<String, @Nullable Object> request, Origin who) {
        return switch (method + " " + path) {
            case "GET /api/status", "GET /api/health" -> ok(door.answer(Json.object("command", "status"), who));
            case "GET /api/settings" -> ok(Json.object("settings", entries()));
            case "GET /api/settings/versions" -> ok(Json.object("versions", versions()));
            case "GET /api/audit" -> ok(Json.object("entries", audit.newest(AUDIT_ENTRIES)));
            case "POST /api/commands" -> decided(door.answer(request, who));
            case "POST /api/reboot" -> decided(door.answer(Json.object("command",
                    "reboot " + request.getOrDefault("confirm", "")), who));
            case "POST /api/settings" -> decided(door.outcome(settings.change(texts(request), who)));
            case "POST /api/settings/rollback" ->
                decided(door.outcome(settings.rollBack(String.valueOf(request.get("version")), who)));
            default -> new Answer(404, Json.object("error", "there is no " + method + " " + path));
        };
    }

    private static Answer ok(Map<String, @Nullable Object> body) {
        return new Answer(200, body);
    }

    /** 200 accepted, 409 refused, 400 not understood. */
    private static Answer decided(Map<String, @Nullable Object> body) {
        if (body.containsKey("error")) {
            return new Answer(400, body);
        }
        return new Answer(Boolean.FALSE.equals(body.get("accepted")) ? 409 : 200, body);
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> request) {
        Map<String, String> texts = new LinkedHashMap<>();
        request.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    private List<Map<String, @Nullable Object>> entries() {
        return settings.entries()
                .stream()
                .map(entry -> Json.object("key", entry.key(), "value", entry.value(),
                        "default", entry.defaultValue(), "unit", entry.unit(), "source", entry.source(), "allowed",
                        entry.allowed()))
                .toList();
    }

    private List<Map<String, @Nullable Object>> versions() {
        return settings.versions()
                .stream()
                .map(version -> Json.object("id", version.id(), "at", version.at(),
                        "origin", version.origin().name(), "changes",
                        version.changes()
                                .stream()
                                .map(change -> change.key() + " " + change.before() + " → "
                                        + change.after())
                                .toList()))
                .toList();
    }
}
