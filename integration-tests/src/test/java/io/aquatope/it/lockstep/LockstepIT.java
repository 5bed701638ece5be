/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.whisk.ForwardingContainer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pekko.testkit.CallingThreadDispatcher;
import org.junit.jupiter.api.Test;

/** OpenWhisk's own container pools decide as this project's does under their policy. */
@Requires(Engine.OPENWHISK)
final class LockstepIT {

  private static final String SEQUENCES_OF_EACH_SHAPE = "2000";

  @Test
  void bothPoolsDecideTheSameOrDifferForAKnownReason() throws Exception {
    assertThat(output(Lockstep.class))
        .contains("containers end at any time: " + SEQUENCES_OF_EACH_SHAPE);
  }

  @Test
  void leasesArePlacedAsByThePoolUnderTheSchedulerOrOtherwiseForAKnownReason() throws Exception {
    assertThat(output(LeaseLockstep.class))
        .contains("mixed sizes: " + SEQUENCES_OF_EACH_SHAPE)
        .contains("mixed sizes, stem cells: " + SEQUENCES_OF_EACH_SHAPE);
  }

  private static String output(Class<?> program)
      throws IOException, InterruptedException, URISyntaxException {
    String openWhisk = System.getProperty("aquatope.openwhisk.classpath", "");

    // In a machine of its own, where OpenWhisk's classes stand in the place of the declarations.
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dpekko.actor.provider=local",
                "-Dpekko.loglevel=OFF",
                "-Dpekko.log-dead-letters=off",
                "-Dpekko.coordinated-shutdown.run-by-jvm-shutdown-hook=off",
                "-cp",
                String.join(
                    File.pathSeparator,
                    List.of(
                        place(LockstepIT.class),
                        place(ContainerPool.class),
                        place(ForwardingContainer.class),
                        place(ImmutableList.class),
                        place(CallingThreadDispatcher.class),
                        openWhisk)),
                program.getName(),
                SEQUENCES_OF_EACH_SHAPE)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
