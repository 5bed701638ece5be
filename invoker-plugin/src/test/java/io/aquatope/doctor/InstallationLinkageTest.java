/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aquatope.invoker.AquatopeInvokerProvider$;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The project's own classes against a real OpenWhisk, whose class path is given to the build. */
final class InstallationLinkageTest {

  private static final String PROPERTY = "aquatope.openwhisk.classpath";

  @Test
  void theProjectLinksAgainstTheGivenOpenWhisk() throws IOException, URISyntaxException {
    String classPath = System.getProperty(PROPERTY, "");
    assumeTrue(
        !classPath.isEmpty(),
        "not checked: no class path of an OpenWhisk is given by -D%s=...".formatted(PROPERTY));
    LinkageCheck check =
        new LinkageCheck(
            ClassPath.of(List.of(place(AquatopeInvokerProvider$.class))),
            ClassPath.parse(classPath));

    assertThat(check.hasOpenWhisk()).as("OpenWhisk on the class path").isTrue();
    LinkageReport report = check.check();
    assertThat(report.references()).isGreaterThan(100);
    assertThat(report.problems()).isEmpty();
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
