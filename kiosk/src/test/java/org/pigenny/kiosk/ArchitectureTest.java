// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The screen's rules of dependency, each with its reason. */
@AnalyzeClasses(packages = "org.pigenny.kiosk", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule view_models_know_no_controls = noClasses().that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "eu.hansolo..", "org.controlsfx..")
            .because("every rule of meaning is tested without a toolkit")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_core_is_seen_through_one_interface = noClasses().that()
            .resideOutsideOfPackage("org.pigenny.kiosk.app..")
            .should(dependOnClassesThat(
                    DescribedPredicate.describe("live in the core outside of api, model, text and time",
                            other -> other.getPackageName().startsWith("org.pigenny.core.")
                                    && !other.getPackageName()
                                            .matches("org\\.pigenny\\.core\\.(api|model|model\\.settings|text|time)"))))
            .because("the screen reads snapshots and posts commands; only the assembly knows how a core is made")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule tiles_are_made_in_one_place = classes().that()
            .resideOutsideOfPackages("org.pigenny.kiosk.control..", "org.pigenny.kiosk.theme..",
                    "org.pigenny.kiosk.bench..")
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(dependOnClassesThat(
                    DescribedPredicate.describe("are TilesFX",
                            other -> other.getPackageName().startsWith("eu.hansolo")))))
            .because("TilesFX stays behind our own factory and our own tokens")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule there_is_one_window_and_nothing_is_typed = noClasses().that()
            .resideOutsideOfPackage("org.pigenny.kiosk.app..")
            .should(dependOnClassesThat(DescribedPredicate.describe("open a window of their own, or want a keyboard",
                    other -> other.getPackageName().startsWith("javafx.stage")
                            || other.getFullName()
                                    .matches(
                                            "javafx\\.scene\\.control\\.(ComboBox.*|ChoiceBox|Tooltip|ContextMenu|MenuButton"
                                                    + "|Dialog.*|Alert.*|DatePicker|ColorPicker|TextInputControl|TextField|TextArea|PasswordField)")
                            || other.getFullName()
                                    .matches("org\\.controlsfx\\.control\\.(PopOver|Notifications|.*TextField.*)"))))
            .because("another window is another one for the compositor, and there is no keyboard on the wall");
}
