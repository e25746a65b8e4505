// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pigenny.core.app.DecisionRecording;
import org.pigenny.core.logging.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pigenny replay-decisions FILE…} */
@Command(name = "replay-decisions", mixinStandardHelpOptions = true, description = "Decide a recorded stretch again and "
        + "tell the first decision that comes out differently.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:every decision came out the same", "1:one came out differently", "2:a file cannot be read"})
public final class ReplayDecisionsCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int UNREADABLE = 2;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings (ticks-….jsonl.gz), oldest first.")
    private List<Path> files = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Replay.Result result;
        try {
            result = DecisionRecording.replay(files);
        } catch (NoSuchFileException e) {
            return unreadable("there is no file " + e.getMessage());
        } catch (IOException e) {
            return unreadable(FileFault.words(e));
        } catch (IllegalArgumentException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        out.println(result.ticks() + " decisions in " + result.stretches() + " stretches"
                + (result.whole() ? "" : ", cut off at the end"));
        if (result.difference().isEmpty()) {
            out.println("every decision came out the same");
            return 0;
        }
        Replay.Difference difference = result.difference().get();
        out.println("decision " + difference.tick() + " at " + difference.at() + " came out differently");
        out.println("recorded: " + difference.recorded());
        out.println("replayed: " + difference.replayed());
        return DIFFERENT;
    }

    private int unreadable(String why) {
        spec.commandLine().getErr().println("replay-decisions: " + why);
        return UNREADABLE;
    }
}
