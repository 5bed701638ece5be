/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.invoker.pool.Actions;
import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.ContainerId;
import io.aquatope.prepare.ScriptedContainer;
import java.time.Duration;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.service.RegisterData;
import org.apache.openwhisk.core.service.UnregisterData;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys of prepared containers, with a service that only receives them. */
final class WarmKeysTest {

  private static final Duration QUIET = Duration.ofMillis(100);
  private static final ContainerId FIRST = new ContainerId(1);
  private static final ContainerId SECOND = new ContainerId(2);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ActorSystem system;

  private final TestKit data = new TestKit(system);
  private final InvokedFunctions functions = new InvokedFunctions();
  private final InvokedFunction hello = function("hello");
  private final InvokedFunction other = function("other");

  @BeforeAll
  static void startActors() {
    system = ActorSystem.create("WarmKeysTest");
  }

  @AfterAll
  static void stopActors() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void aContainerIsAnnouncedOnceAndWithdrawnOnce() {
    WarmKeys keys = keys((namespace, action) -> true);

    keys.announce(FIRST, hello, new ScriptedContainer("c1", 1));
    keys.announce(FIRST, hello, new ScriptedContainer("c1", 1));
    keys.withdraw(FIRST);
    keys.withdraw(FIRST);

    assertThat(data.expectMsgClass(RegisterData.class).key()).isEqualTo("warmed/guest/hello/c1");
    assertThat(data.expectMsgClass(UnregisterData.class).key()).isEqualTo("warmed/guest/hello/c1");
    data.expectNoMessage(QUIET);
  }

  @Test
  void whereTheSchedulerWouldNotGoNothingIsAnnouncedNorWithdrawn() {
    WarmKeys keys = keys((namespace, action) -> action.name().equals("hello"));

    keys.announce(FIRST, other, new ScriptedContainer("c1", 1));
    keys.announceAgain();
    keys.withdraw(FIRST);
    keys.withdrawAll();

    data.expectNoMessage(QUIET);
    assertThat(keys.announced()).isZero();
  }

  @Test
  void onlyWhatStandsIsAnnouncedAgain() {
    WarmKeys keys = keys((namespace, action) -> true);
    keys.announce(FIRST, hello, new ScriptedContainer("c1", 1));
    keys.announce(SECOND, other, new ScriptedContainer("c2", 1));
    keys.withdraw(FIRST);
    data.receiveN(3);

    keys.announceAgain();

    assertThat(data.expectMsgClass(RegisterData.class).key()).isEqualTo("warmed/guest/other/c2");
    data.expectNoMessage(QUIET);
  }

  private WarmKeys keys(WarmKeys.Rules rules) {
    return new WarmKeys(rules, new PlainNames(), data.getRef());
  }

  private InvokedFunction function(String name) {
    Actions actions = Actions.named(name);
    return functions.invoked("guest", actions.action(), actions.initParameters());
  }

  private static final class PlainNames implements WarmKeys.Names {
    @Override
    public String warmed(
        String namespace,
        ExecutableWhiskAction action,
        org.apache.openwhisk.core.containerpool.ContainerId container) {
      return "warmed/" + namespace + "/" + action.name() + "/" + container.asString();
    }

    @Override
    public String existing(
        String namespace,
        ExecutableWhiskAction action,
        org.apache.openwhisk.core.containerpool.ContainerId container) {
      return "namespace/" + namespace + "/" + action.name() + "/" + container.asString();
    }
  }
}
