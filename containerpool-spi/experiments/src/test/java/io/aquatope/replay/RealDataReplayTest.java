/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import io.aquatope.trace.reader.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replays eight hours of the Azure Functions 2019 data, from the folder that {@code
 * -Daquatope.traces} names. The expected figures are those of an independent simulation of fixed
 * keep-alive without a memory limit; what differs is how calls are spread within their minute.
 */
class RealDataReplayTest {

  private static final String PROPERTY = "aquatope.traces";

  private static Trace trace = Traces.of().build(0);

  @BeforeAll
  static void needsTheData() throws IOException {
    String folder = System.getProperty(PROPERTY);
    assumeTrue(folder != null, "-D" + PROPERTY + "=FOLDER names no folder of traces");
    trace = TraceReader.newBuilder().build().read(List.of(Path.of(folder, "azure2019-8h"))).trace();
  }

  private static ReplayResult replay(String policy) {
    return new Replay(trace, new ReplayConfig(ReplayConfig.UNLIMITED, 1, ColdStart.DEFAULT, 0))
        .run(
            NamedPolicy.parse(policy, PolicyRegistry.standard()),
            PolicySettings.DEFAULT,
            ended -> {});
  }

  @ParameterizedTest
  @CsvSource({"60, 17201, 203745", "300, 3962, 374470", "600, 2357, 432780", "1200, 1495, 494766"})
  void fixedKeepAliveCostsWhatAnIndependentSimulationSays(
      int seconds, int coldStarts, double wastedGbSeconds) {
    ReplayResult result = replay("keep-alive:" + seconds + "s");

    assertThat(result.starts().activations()).isEqualTo(521_803);
    assertThat((double) result.starts().coldStarts()).isCloseTo(coldStarts, withinPercentage(5));
    assertThat(result.memory().wastedGbSeconds()).isCloseTo(wastedGbSeconds, withinPercentage(1));
  }

  @Test
  void openWhisksOwnPolicyCostsAboutSixThousandTwoHundredAndFifty() {
    assertThat(replay("openwhisk").rum()).isCloseTo(6250, withinPercentage(1));
  }
}
