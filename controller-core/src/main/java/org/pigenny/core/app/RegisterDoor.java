// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RegisterPort;

/** Lets local tools read registers through the poller, which owns the port: {@code registers input 0 20}. */
final class RegisterDoor implements RegisterPort {
    private static final Pattern REQUEST = Pattern.compile("registers (input|holding) (\\d{1,5}) (\\d{1,3})");
    private static final int MOST = 125;
    private static final int LAST = 65_535;

    private volatile @Nullable RegisterPort port;

    /** Called anew for every life of the poller. */
    void connect(Loop poller) {
        port = poller instanceof RegisterPort registers ? registers : null;
    }

    /** {@code NoLine} while the poller does not run or for a range that cannot be. */
    @Override
    public Answer registers(boolean holding, int start, int count) throws InterruptedException {
        RegisterPort open = port;
        if (open == null) {
            return new Answer.NoLine(Message.of("registers.no_poller"));
        }
        if (start < 0 || count < 1 || count > MOST || start + count - 1 > LAST) {
            return new Answer.NoLine(Message.of("registers.range", start, count, MOST, LAST));
        }
        return open.registers(holding, start, count);
    }

    Map<String, @Nullable Object> answer(String words) {
        Matcher request = REQUEST.matcher(words);
        if (!request.matches()) {
            return Json.object("error", "registers input|holding START COUNT");
        }
        int start = Integer.parseInt(request.group(2));
        int count = Integer.parseInt(request.group(3));
        try {
            return said(registers(request.group(1).equals("holding"), start, count));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Json.object("error", "the core is stopping");
        }
    }

    private static Map<String, @Nullable Object> said(Answer answer) {
        return switch (answer) {
            case Answer.Words read -> Json.object("registers", read.words());
            case Answer.Refused refused -> Json.object("exception", refused.code());
            case Answer.Nothing ignored -> Json.object("silent", true);
            case Answer.NoLine broken -> Json.object("error", Words.english(broken.why()));
        };
    }
}
