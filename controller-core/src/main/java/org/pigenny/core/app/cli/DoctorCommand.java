// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pigenny.core.device.commission.Doctor;
import org.pigenny.core.device.line.SerialPorts;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.SystemTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pigenny doctor}: finds the inverter, or says why not. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Look for the inverter on the serial ports, name what answers, and say what is likely wrong.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Settings effective = EffectiveSettings.of(settings);
        Phrases words = new Phrases(Locale.ENGLISH, ZoneId.systemDefault());
        Doctor doctor = new Doctor(effective.inverter(), new SystemTime(),
                finding -> spec.commandLine().getOut().println(words.say(finding)));
        return doctor.examine(SerialPorts.present()) ? 0 : 1;
    }
}
