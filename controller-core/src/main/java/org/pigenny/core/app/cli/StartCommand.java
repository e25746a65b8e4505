// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import org.pigenny.core.app.CommandWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts the generator by hand. */
@Command(name = "start", description = {
    "Start the generator: until stopped, for a time, or until the automatic stop.", AskCommand.WHO})
final class StartCommand extends AskCommand {
    @Parameters(arity = "0..1", paramLabel = "until_auto|SECONDS", defaultValue = "", description = "until_auto: until all enabled stop values are met. SECONDS: for so long. Without: until stopped.")
    private String until = "";

    @Override
    String words() {
        if (until.isEmpty()) {
            return "start";
        }
        String words = "start " + until;
        if (CommandWords.parse(words).isEmpty()) {
            throw CliException.wrongLine(
                    "start until_auto, or for a number of seconds up to a week (604800), not '" + until + "'.");
        }
        return words;
    }
}
