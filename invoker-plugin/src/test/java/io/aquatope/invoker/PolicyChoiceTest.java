/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.junit.jupiter.api.Test;
import scala.concurrent.duration.FiniteDuration;

final class PolicyChoiceTest {

  @Test
  void keepAliveReachesFromTheLastCallOverThePauseToTheEnd() {
    var idleContainer = new FiniteDuration(10, TimeUnit.MINUTES);
    var pauseGrace = new FiniteDuration(10, TimeUnit.SECONDS);

    var timeouts = new ContainerProxyTimeoutConfig(idleContainer, pauseGrace, idleContainer);

    assertThat(PolicyChoice.keepAlive(timeouts)).isEqualTo(Duration.ofSeconds(610));
  }
}
