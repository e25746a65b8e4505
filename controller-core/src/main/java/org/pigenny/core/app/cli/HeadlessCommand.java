// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.pigenny.core.app.Logs;
import org.pigenny.core.app.demo.Launch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The core without a screen, until the process is told to end. */
@Command(name = "headless", description = "Run the control core without a screen.", mixinStandardHelpOptions = true)
final class HeadlessCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws InterruptedException {
        Logs.setUp(System.getenv());
        Launch launch = run.launch();
        LiveLines lines = new LiveLines();
        launch.core().subscribe(lines::accept);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(launch::close));
        new CountDownLatch(1).await();
        return 0;
    }
}
