/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope;

import static com.google.common.collect.ObjectArrays.concat;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.aquatope.cpu.limit.CpuSettings;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.aquatope", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] OPENWHISK = {
    "org.apache.openwhisk..", "kamon..", "org.apache.pekko..", "scala..", "spray.json.."
  };

  private static final String[] EXPERIMENTS = {
    "io.aquatope.trace..",
    "io.aquatope.replay..",
    "io.aquatope.backtest..",
    "io.aquatope.tune..",
    "io.aquatope.evaluate.."
  };

  @ArchTest
  static final ArchRule ONLY_THE_ADAPTERS_KNOW_OPENWHISK =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.aquatope.invoker..",
              "io.aquatope.prepare..",
              "io.aquatope.cpu..",
              "io.aquatope.hub..",
              "io.aquatope.metrics..",
              "io.aquatope.whisk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OPENWHISK);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_EXPERIMENTS =
      noClasses()
          .that()
          .resideOutsideOfPackages(concat(EXPERIMENTS, "io.aquatope.cli.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EXPERIMENTS);

  @ArchTest
  static final ArchRule RULES_AND_ENGINES_OF_CPU_LIMITS_ARE_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAnyPackage("io.aquatope.cpu.*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OPENWHISK);

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_RUNS_WITHOUT_OPENWHISK =
      noClasses()
          .that()
          .resideInAnyPackage("io.aquatope.cli..", "io.aquatope.doctor..", "io.aquatope.config..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "io.aquatope.invoker..", "io.aquatope.prepare..", "io.aquatope.cpu..")
                  .and(not(type(CpuSettings.class))));

  @ArchTest
  static final ArchRule THE_SETTINGS_OF_CPU_LIMITS_ARE_READ_WITHOUT_OPENWHISK =
      noClasses()
          .that()
          .belongToAnyOf(CpuSettings.class)
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(OPENWHISK);

  @ArchTest
  static final ArchRule INVOKER_AND_CONTROLLER_MEET_IN_MESSAGES_ONLY =
      slices().matching("io.aquatope.exchange.(join|member)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule A_WORKFLOWS_STATE_KNOWS_NO_MESSAGES =
      noClasses()
          .that()
          .resideInAPackage("io.aquatope.exchange.workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.aquatope.exchange.message..",
              "io.aquatope.exchange.join..",
              "io.aquatope.exchange.member..");

  @ArchTest
  static final ArchRule SETTINGS_AND_EVENTS_KNOW_NO_PART_OF_THE_EXCHANGE =
      noClasses()
          .that()
          .resideInAPackage("io.aquatope.exchange")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.aquatope.exchange.*..");

  @ArchTest
  static final ArchRule THE_INVOKER_SHOWS_ONLY_ITS_ENTRY_POINTS =
      classes()
          .that()
          .resideInAPackage("io.aquatope.invoker")
          .and()
          .arePublic()
          .should()
          .haveNameMatching(".*Provider\\$");

  @ArchTest
  static final ArchRule NOBODY_ELSE_KNOWS_A_PART_OF_THE_INVOKER =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.aquatope.invoker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.aquatope.invoker..");

  @ArchTest
  static final ArchRule NO_PACKAGES_KNOW_EACH_OTHER_IN_CIRCLES =
      slices().matching("io.aquatope.(**)").should().beFreeOfCycles();
}
