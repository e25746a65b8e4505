// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;
import org.pigenny.core.text.Phrases;

/** One step in the life of an alarm, in the contract's table. */
public record AlarmRow(String sql, List<@Nullable Object> arguments) implements Row {
    private static final String RAISE = "INSERT INTO alarms (alarm_id, alarm_type, device_id, device_name, message,"
            + " condition, severity, timestamp, created_at, text) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
            + " WHERE NOT EXISTS (SELECT 1 FROM alarms WHERE alarm_id = ? AND device_id = ? AND resolved = 0)";
    private static final String THE_OPEN_ONE = ", synced_at = NULL WHERE alarm_id = ? AND device_id = ? AND resolved = 0";
    /** Beyond it ISO texts are no longer in the order of their times. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    /**
     * @param id one row may be open for each device and id
     * @param condition in signs, such as cpu_temp &gt; 70; apart from the words for a person
     */
    static AlarmRow raised(String device, String id, String type, Message text, String condition, Severity severity,
            Instant at) {
        return new AlarmRow(RAISE, List.of(id, type, device, device, ENGLISH.say(text), condition, word(severity),
                at.toString(), at.toString(), Codec.write(text, Message.class), id, device));
    }

    static AlarmRow changed(String device, String id, Message text, String condition, Severity severity) {
        return new AlarmRow("UPDATE alarms SET message = ?, text = ?, condition = ?, severity = ?" + THE_OPEN_ONE,
                List.of(ENGLISH.say(text), Codec.write(text, Message.class), condition, word(severity), id, device));
    }

    static AlarmRow acknowledged(String device, String id, String person, Instant at) {
        return new AlarmRow(
                "UPDATE alarms SET acknowledged = 1, acknowledged_by = ?, acknowledged_at = ?" + THE_OPEN_ONE,
                List.of(person, at.toString(), id, device));
    }

    static AlarmRow resolved(String device, String id, Instant at) {
        return new AlarmRow("UPDATE alarms SET resolved = 1, resolved_at = ?" + THE_OPEN_ONE,
                List.of(at.toString(), id, device));
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String table() {
        return "alarms";
    }

    @Override
    public void write(Session session) throws SQLException {
        session.update(sql, arguments.toArray());
    }

    /** Alarms raised before a moment, newest first. */
    public static List<History.PastAlarm> before(Session session, Instant before, int limit) throws SQLException {
        return session.query(
                "SELECT alarm_type, severity, text, timestamp, acknowledged_at, acknowledged_by, resolved_at"
                        + " FROM alarms WHERE timestamp < ? ORDER BY timestamp DESC, id DESC LIMIT ?",
                row -> new History.PastAlarm(row.getString(1),
                        Severity.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        Codec.read(row.getString(3), Message.class), Instant.parse(row.getString(4)),
                        Optional.ofNullable(row.getString(5)).map(Instant::parse),
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7)).map(Instant::parse)),
                (before.isAfter(LAST) ? LAST : before).toString(), limit);
    }
}
