/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.linkage.LinkageCheck;
import io.aquatope.doctor.linkage.LinkageProblem;
import io.aquatope.doctor.linkage.LinkageReport;
import io.aquatope.whisk.WhiskFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two jars as the build leaves them, against the committed shapes of several OpenWhisks. */
final class JarShapesIT {

  private static final Path SHAPES = Path.of("..", "invoker-plugin/src/test/resources/openwhisk");

  private static LinkageReport report(String jar, String openWhisk) throws IOException {
    return new LinkageCheck(
            ClassPath.of(List.of(Path.of(System.getProperty(jar, "")))),
            ClassPath.of(List.of(SHAPES.resolve(openWhisk + ".shapes.gz"))))
        .check();
  }

  private static void assertLinks(LinkageReport report, Set<WhiskFeature> features) {
    assertThat(report.problems()).isEmpty();
    assertThat(report.references()).isGreaterThan(500);
    assertThat(report.leftOut()).isZero();
    assertThat(report.features()).isEqualTo(features);
  }

  @Test
  void theJarForPekkoLinksWithTheMasterBranch() throws IOException {
    assertLinks(report("aquatope.jar", "master"), EnumSet.allOf(WhiskFeature.class));
  }

  @Test
  void theJarForAkkaLinksWithTheRelease() throws IOException {
    assertLinks(
        report("aquatope.jar.akka", "2.0.0"),
        EnumSet.complementOf(EnumSet.of(WhiskFeature.ACKNOWLEDGEMENT_MESSAGE)));
  }

  @Test
  void theJarForAkkaLinksWithTheImagesOfTheChart() throws IOException {
    assertLinks(report("aquatope.jar.akka", "ef725a6"), EnumSet.noneOf(WhiskFeature.class));
  }

  /** It is not supported. */
  @Test
  void whatTheFirstReleaseLacksIsFoundInTheJarForAkka() throws IOException {
    assertThat(report("aquatope.jar.akka", "1.0.0").problems())
        .extracting(LinkageProblem::expected)
        .anyMatch(expected -> expected.contains("core.connector.PingMessage.<init>"))
        .noneMatch(expected -> expected.contains("AcknowledgementMessage"));
  }

  @Test
  void eachJarLacksTheActorsOfTheOther() throws IOException {
    assertThat(report("aquatope.jar", "2.0.0").problems())
        .extracting(LinkageProblem::expected)
        .anyMatch(expected -> expected.contains("org.apache.pekko.actor.ActorRef"));
    assertThat(report("aquatope.jar.akka", "master").problems())
        .extracting(LinkageProblem::expected)
        .anyMatch(expected -> expected.contains("akka.actor.ActorRef"));
  }
}
