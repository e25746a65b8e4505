// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.PrintWriter;
import org.pigenny.core.app.CoreBusyException;
import org.pigenny.core.app.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. The kiosk's own main class adds the sub-command `kiosk`. */
@Command(name = "pigenny", description = "Generator appliance: decides when the generator runs, and says why.", version = "pigenny "
        + Versions.PROGRAM, mixinStandardHelpOptions = true, subcommands = {
            HeadlessCommand.class, SettingsCommand.class, StatusCommand.class, StartCommand.class,
            AskCommand.Stop.class, AskCommand.ForceStop.class, AskCommand.Reset.class,
            AskCommand.ServiceCommand.class, AskCommand.EndHold.class, AskCommand.Acknowledge.class,
            AskCommand.Fuel.class,
            AskCommand.ClearSafeMode.class, AnalyseCommand.class, SimulateCommand.class, DiagCommand.class,
            DoctorCommand.class, DevicesCommand.class, SetupCommand.class, BackupCommand.class, RestoreCommand.class,
            RegistersCommand.class,
            ReplayDecisionsCommand.class,
            CommandLine.HelpCommand.class})
public final class PigennyCli implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A command line without the kiosk. */
    public static CommandLine commandLine() {
        return new CommandLine(new PigennyCli()).setExecutionExceptionHandler(PigennyCli::explain);
    }

    /** Faults that a person can mend are said in one line; everything else keeps its trace. */
    static int explain(Exception fault, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (fault instanceof CliException ours) {
            line.getErr().println(ours.getMessage());
            return ours.exit();
        }
        if (fault instanceof CoreBusyException) {
            line.getErr().println(fault.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw fault;
    }

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
    }
}
