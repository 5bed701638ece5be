/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aquatope", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_MODULE_KNOWS_NO_OPENWHISK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.openwhisk..", "org.apache.pekko..", "scala..", "spray..");

  @ArchTest
  static final ArchRule THE_POOL_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage("io.aquatope.pool", "io.aquatope.pool.machine")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.aquatope.pool",
              "io.aquatope.pool.machine",
              "java.lang..",
              "java.util",
              "com.google.common..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule THE_INTERFACES_KNOW_NO_MACHINE =
      noClasses()
          .that()
          .resideInAnyPackage("io.aquatope.pool", "io.aquatope.pool.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.aquatope.pool.machine");

  @ArchTest
  static final ArchRule DEMAND_IS_FORETOLD_WITHOUT_KNOWING_THE_POLICY =
      classes()
          .that()
          .resideInAPackage("io.aquatope.prewarm.demand")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.aquatope.prewarm.demand",
              "java..",
              "org.apache.commons.math3..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule THE_POOL_HAS_NO_CLOCK_AND_NO_THREADS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.aquatope.pool..", "io.aquatope.prewarm.demand", "io.aquatope.successor..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.Executor.class);
}
