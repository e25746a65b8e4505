// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The relay server's rules of dependency, each with its reason. */
@AnalyzeClasses(packages = "org.pigenny.olimex", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule nothing_but_the_jdk_and_jna = classes().should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.pigenny.olimex..", "java..", "javax.crypto..", "com.sun.jna..", "org.jspecify..")
            .because("it runs on a board with 64 MB and an interpreter");

    @ArchTest
    static final ArchRule the_vocabulary_depends_on_nothing = classes().that()
            .resideInAPackage("org.pigenny.olimex.protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.pigenny.olimex.protocol..", "java.lang..", "java.util..", "java.time..",
                    "java.nio.charset..", "java.security..", "javax.crypto..",
                    "org.jspecify..")
            .because("both ends of the wire share it");

    @ArchTest
    static final ArchRule the_sequence_reads_no_clock = classes().that()
            .resideInAPackage("org.pigenny.olimex.sequence..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.pigenny.olimex.sequence..", "org.pigenny.olimex.protocol..", "java.lang..",
                    "java.util..",
                    "java.time..", "org.jspecify..")
            .because("time is passed in: the same sequencer runs the engine and a year of simulation")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_but_the_log_looks_at_the_wall_clock = noClasses().that()
            .doNotHaveFullyQualifiedName("org.pigenny.olimex.server.Journal")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Instant.class, java.time.Clock.class, java.time.LocalDateTime.class,
                    java.time.ZonedDateTime.class, java.util.Date.class)
            .because("the board has no clock, and one that steps by a day must not move a relay");
}
