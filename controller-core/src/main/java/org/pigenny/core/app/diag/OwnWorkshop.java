// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.app.Home;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/** The diagnostic protocol and the support bundle for the screen: the same as `pigenny diag`. */
public final class OwnWorkshop implements Workshop {
    private final Home home;
    private final TimeSource real;

    public OwnWorkshop(Home home, TimeSource real) {
        this.home = home;
        this.real = real;
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
