// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.device.commission.ScanWriter;
import org.pigenny.core.device.modbus.BlockReader.Result;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.json.Json;

/** Registers through a running core, which alone may have the port. */
final class CoreRegisters implements ScanWriter.Source {
    private final Path socket;

    CoreRegisters(Path socket) {
        this.socket = socket;
    }

    @Override
    public Result read(Table table, int start, int count) {
        Map<String, @Nullable Object> answer = SocketClient.ask(socket, Json.object("command",
                "registers " + table.name().toLowerCase(Locale.ROOT) + " " + start + " " + count));
        if (answer.get("error") instanceof String error) {
            throw new CliException(error);
        }
        if (answer.get("registers") instanceof List<?> words) {
            List<Integer> values = new ArrayList<>();
            words.forEach(word -> values.add(((Number) Objects.requireNonNull(word)).intValue()));
            return new Result.Words(values, 0);
        }
        return answer.get("exception") instanceof Number code
                ? new Result.Refused(code.intValue())
                : new Result.Nothing(false);
    }
}
