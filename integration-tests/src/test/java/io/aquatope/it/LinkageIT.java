/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.linkage.LinkageCheck;
import io.aquatope.doctor.linkage.LinkageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar against the class path of a real OpenWhisk: what {@code doctor} checks for operators. */
@Requires(Engine.OPENWHISK)
class LinkageIT {

  @Test
  void everyReferenceToOpenWhiskIsResolved() throws IOException {
    ClassPath jar = ClassPath.of(List.of(Path.of(System.getProperty("aquatope.jar", ""))));
    ClassPath openWhisk = ClassPath.parse(System.getProperty("aquatope.openwhisk.classpath", ""));

    LinkageReport report = new LinkageCheck(jar, openWhisk).check();

    assertThat(report.references()).isGreaterThan(100);
    assertThat(report.problems()).isEmpty();
  }
}
