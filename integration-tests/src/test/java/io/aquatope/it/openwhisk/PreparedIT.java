/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Containers that the policy {@code aquatope} prepares for the second action of a sequence. */
@Requires(Engine.STANDALONE)
class PreparedIT {

  private static OpenWhiskContainer openWhisk;
  private static Pair pair;

  @BeforeAll
  static void start() throws Exception {
    openWhisk = Pair.forgetting(PluginUnderTest.inStandalone(PreparedIT.class));
    openWhisk.start();
    pair = new Pair(openWhisk);
    pair.learn();
  }

  @AfterAll
  static void stop() {
    openWhisk.stop();
    assertThat(openWhisk.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @Test
  void theSecondActionIsReadyWhenItIsCalled() throws Exception {
    ActivationResult second = pair.callBoth();

    assertThat(second.success()).as(second.json().toString()).isTrue();
    assertThat(second.initTime()).as("as it was initialised before").contains(Duration.ZERO);
    assertThat(second.waitTime().orElseThrow()).isLessThan(Nap.INIT);
    assertThat(openWhisk.getLogs()).contains("decided: prepare 1 of guest:guest/" + Pair.SECOND);
  }

  @Test
  void aPreparedContainerThatIsLostIsReplaced() throws Exception {
    String sequence = pair.begin();
    Container prepared = pair.awaitPreparedSecond();
    openWhisk.actionContainers().remove(prepared);

    ActivationResult second = pair.second(sequence);

    assertThat(second.success()).as(second.json().toString()).isTrue();
    assertThat(openWhisk.actionContainers().of(Pair.SECOND))
        .extracting(Container::getId)
        .isNotEmpty()
        .doesNotContain(prepared.getId());
  }
}
