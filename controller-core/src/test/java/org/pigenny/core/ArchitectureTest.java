// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of dependency, each with its reason. docs/architecture.md draws them. */
@AnalyzeClasses(packages = "org.pigenny.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "org.pigenny.core.";

    @ArchTest
    static final ArchRule model_depends_on_nothing = classes().that()
            .resideInAPackage(CORE + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE + "model..", "java.lang..", "java.util..", "java.time..", "org.jspecify..")
            .because("what travels between rooms must not drag a room with it");

    @ArchTest
    static final ArchRule time_depends_on_nothing = classes().that()
            .resideInAPackage(CORE + "time..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE + "time..", "java.lang..", "java.util..", "java.time..", "org.jspecify..")
            .because("everything takes its time from here");

    @ArchTest
    static final ArchRule control_depends_on_model_alone = classes().that()
            .resideInAPackage(CORE + "control..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE + "control..", CORE + "model..", "java.lang..", "java.util..", "java.time..",
                    "org.jspecify..")
            .because(
                    "the decision is a pure function: a reader can hold it in the head and a machine runs a year of it in seconds");

    @ArchTest
    static final ArchRule control_reads_no_clock_and_starts_no_thread = noClasses().that()
            .resideInAPackage(CORE + "control..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.nio..", "java.net..")
            .because("the same inputs give the same decisions, bit for bit, at any speed");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = noClasses().that()
            .resideInAPackage(CORE + "device..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE + "config..", CORE + "logging..", CORE + "system..", CORE + "control..",
                    CORE + "app..",
                    CORE + "simulation..")
            .because("a device tells what it reads through model's types and knows nobody who listens");

    @ArchTest
    static final ArchRule logging_knows_no_other_adapter = noClasses().that()
            .resideInAPackage(CORE + "logging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE + "config..", CORE + "device..", CORE + "system..", CORE + "app..",
                    CORE + "simulation..")
            .because("records are fed with snapshots; a broken disk must not reach anything else");

    @ArchTest
    static final ArchRule config_knows_no_other_adapter = noClasses().that()
            .resideInAPackage(CORE + "config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE + "device..", CORE + "logging..", CORE + "system..", CORE + "control..",
                    CORE + "app..",
                    CORE + "simulation..")
            .because("settings are read by everybody and must be loadable alone");

    @ArchTest
    static final ArchRule system_knows_no_other_adapter = noClasses().that()
            .resideInAPackage(CORE + "system..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE + "device..", CORE + "logging..", CORE + "control..", CORE + "app..",
                    CORE + "simulation..")
            .because("the supervisor judges progress, it does not know what the services do");

    @ArchTest
    static final ArchRule only_the_assembly_knows_everybody = noClasses().that()
            .resideOutsideOfPackages(CORE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CORE + "app..")
            .because("one assembly class per process wires everything by constructors");

    @ArchTest
    static final ArchRule nothing_productive_depends_on_the_simulation = noClasses().that()
            .resideOutsideOfPackages(CORE + "simulation..", CORE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CORE + "simulation..")
            .because("nothing in the core knows that a plant is simulated");

    @ArchTest
    static final ArchRule no_java_fx_in_the_core = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..")
            .because("the core runs without a screen");

    @ArchTest
    static final ArchRule nobody_prints_but_the_command_line = noClasses().that()
            .resideOutsideOfPackages(CORE + "app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what happens goes to the log; only commands talk to the terminal");
}
