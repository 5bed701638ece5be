/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Models are mathematics: nothing in, nothing out but numbers. */
@AnalyzeClasses(packages = "io.aquatope.models", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOW_ONLY_MATHEMATICS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.aquatope.models..",
              "java..",
              "com.google.common..",
              "com.google.errorprone.annotations..",
              "org.apache.commons.math3..",
              "org.ejml..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule DO_NO_INPUT_OR_OUTPUT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..", "java.nio.channels..", "java.net..", "java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(?!Serializable|DataInput|DataOutput).*");
}
