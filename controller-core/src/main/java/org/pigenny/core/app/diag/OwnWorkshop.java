// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.app.Home;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.RegisterPort;
import org.pigenny.core.time.TimeSource;

/** The diagnostic protocol and the support bundle for the screen: the same as `pigenny diag`. */
public final class OwnWorkshop implements Workshop {
    private final Home home;
    private final TimeSource real;
    private final RegisterPort registers;
    private final BiFunction<String, Origin, Outcome> reboot;

    public OwnWorkshop(Home home, TimeSource real, RegisterPort registers,
            BiFunction<String, Origin, Outcome> reboot) {
        this.home = home;
        this.real = real;
        this.registers = registers;
        this.reboot = reboot;
    }

    @Override
    public RegisterPort.Answer registers(boolean holding, int start, int count) throws InterruptedException {
        return registers.registers(holding, start, count);
    }

    @Override
    public Outcome reboot(String typed, Origin who) {
        return reboot.apply(typed, who);
    }

    @Override
    public List<Check> checks() {
        return findings().stream().map(OwnWorkshop::check).toList();
    }

    @Override
    public Path bundle(Path folder) throws IOException {
        return Bundle.write(folder, home, findings(), real.wall());
    }

    private List<Finding> findings() {
        return new Diagnosis(home, real).run(finding -> {});
    }

    private static Check check(Finding finding) {
        Check.Verdict verdict = switch (finding.verdict()) {
            case OK -> Check.Verdict.PASSED;
            case WARNING, FAILED -> Check.Verdict.FAILED;
            case SKIPPED -> Check.Verdict.SKIPPED;
        };
        return new Check(finding.title(), verdict, Message.of("diag.answer", finding.answer()));
    }
}
