// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.diag.Bundle;
import org.pigenny.core.app.diag.Diagnosis;
import org.pigenny.core.app.diag.Finding;
import org.pigenny.core.time.SystemTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The diagnostic protocol. Exit 0 when no step failed, 1 otherwise. */
@Command(name = "diag", description = "Run the fourteen steps of the diagnostic protocol and write a bundle without secrets.", mixinStandardHelpOptions = true)
final class DiagCommand implements Callable<Integer> {
    @Option(names = "--bundle", paramLabel = "FOLDER", description = "Folder for the bundle (default: diag in the data folder).")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.of(System.getenv());
        SystemTime time = new SystemTime();
        List<Finding> findings = new Diagnosis(home, time).run(finding -> {
            out.print(Bundle.text(List.of(finding)));
            out.flush();
        });
        try {
            Path target = folder == null ? home.data().resolve("diag") : folder;
            out.println("Bundle: " + Bundle.write(target, home, findings, time.wall()));
        } catch (IOException e) {
            throw new CliException("The bundle cannot be written: " + e);
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAILED) ? 1 : 0;
    }
}
