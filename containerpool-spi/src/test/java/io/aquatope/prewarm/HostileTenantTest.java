/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static io.aquatope.prewarm.ManyFunctionsPool.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.forecast.RoundSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * One namespace updates, deletes, renames and fails as it can: what is known of all functions stays
 * bounded, and what is known of the other namespaces' functions stays known. The seed is printed
 * where an assertion fails; {@code -Dseed=} sets it.
 */
class HostileTenantTest {

  private static final int FUNCTIONS = 200;
  private static final int VICTIMS = 40;
  private static final int EVENTS = 10_000;
  private static final long SEED = Long.getLong("seed", 1);

  private final List<FunctionId> release = new ArrayList<>();
  private int mostShown;

  private final PrewarmListener listener =
      new PrewarmListener() {
        @Override
        public void release(FunctionSpec function, long nowMicros) {
          release.add(function.id());
        }

        @Override
        public void planned(OutlookView outlooks, long nowMicros) {
          mostShown = Math.max(mostShown, outlooks.all().size());
        }
      };

  private final ManyFunctionsPool pool = pool(FUNCTIONS);

  private ManyFunctionsPool pool(int functions) {
    PrewarmSettings settings = PrewarmSettings.DEFAULT.withFunctions(functions);
    PrewarmSetup setup =
        PrewarmSetup.virtual().with(settings).with(new FakeForecastModel(0)).with(listener);
    return new ManyFunctionsPool(4096, setup);
  }

  private AquatopePolicy policy() {
    return pool.policy();
  }

  /** Each update was a function of its own for two days: 24 KB, 60 times a minute. */
  @Test
  void aNewerRevisionTakesThePlaceOfTheOlder() {
    for (int revision = 1; revision <= 100; revision++) {
      pool.call(function("evil", "a", revision + "-x"));
      pool.second();
    }

    assertThat(policy().known()).isEqualTo(1);
    assertThat(policy().knows(new FunctionId("evil", "a", "100-x"))).isTrue();
    assertThat(release).isEmpty();
  }

  @Test
  void aCallOfAnOlderRevisionThatComesLateDoesNotBringItBack() {
    pool.call(function("ns", "a", "2-x"));
    pool.call(function("ns", "a", "1-y"));

    assertThat(policy().knows(new FunctionId("ns", "a", "2-x"))).isTrue();
    assertThat(policy().known()).isEqualTo(1);
  }

  @Test
  void anActionThatIsDeletedAndMadeAgainIsKnownAgain() {
    pool.call(function("ns", "a", "7-x"));
    pool.nextWindow();
    pool.nextWindow();
    pool.call(function("ns", "a", "1-y"));

    assertThat(policy().knows(new FunctionId("ns", "a", "1-y"))).isTrue();
  }

  @Test
  void theNamespaceThatHasMostLosesItsLeastRecentlyCalledFunction() {
    pool.call(function("victim", "rare", "1"));
    for (int i = 0; i < 10 * FUNCTIONS; i++) {
      pool.call(function("evil", "a" + i, "1"));
    }

    assertThat(policy().known()).isEqualTo(FUNCTIONS);
    assertThat(policy().knows(new FunctionId("victim", "rare", "1"))).isTrue();
    assertThat(release).hasSize(10 * FUNCTIONS + 1 - FUNCTIONS);
    assertThat(release.get(0)).isEqualTo(new FunctionId("evil", "a0", "1"));
  }

  @Test
  void aCallKeepsAFunctionLonger() {
    pool.call(function("evil", "first", "1"));
    for (int i = 0; i < FUNCTIONS; i++) {
      pool.call(function("evil", "a" + i, "1"));
      pool.call(function("evil", "first", "1"));
    }

    assertThat(policy().knows(new FunctionId("evil", "first", "1"))).isTrue();
    assertThat(release).containsExactly(new FunctionId("evil", "a0", "1"));
  }

  /** A container that died left its function busy for ever, and so known for ever. */
  @Test
  void aFunctionWhoseOnlyContainerDiedIsForgotten() {
    pool.callThatFails(function("ns", "a", "1"));
    assertThat(policy().known()).isEqualTo(1);
    for (int window = 0; window < RoundSummary.FORGET + 2; window++) {
      pool.nextWindow();
    }

    assertThat(policy().known()).isZero();
    assertThat(release).as("because of the bound").isEmpty();
  }

  /** Run times of a function whose containers die grew by a minute in each minute. */
  @Test
  void theRunTimeOfAFunctionWhoseContainersDieStaysItsOwn() {
    List<OutlookSnapshot> last = new ArrayList<>();
    PrewarmListener remember =
        new PrewarmListener() {
          @Override
          public void planned(OutlookView outlooks, long nowMicros) {
            last.clear();
            last.addAll(outlooks.all());
          }
        };
    ManyFunctionsPool failing =
        new ManyFunctionsPool(
            1024, PrewarmSetup.virtual().with(new FakeForecastModel(0)).with(remember));
    for (int window = 0; window < 60; window++) {
      failing.callThatFails(function("ns", "a", "1"));
      failing.nextWindow();
    }

    assertThat(last)
        .singleElement()
        .extracting(outlook -> outlook.durations().runSeconds())
        .matches(s -> s <= 1);
  }

  /** A tenant with 1,000 likely functions took all places in the plan for functions of others. */
  @Test
  void likelyFunctionsOfANamespaceLeaveOthersTheirPlacesInThePlan() {
    ManyFunctionsPool large =
        new ManyFunctionsPool(1 << 20, PrewarmSetup.virtual().with(new FakeForecastModel(1)));
    List<FunctionSpec> victims = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      FunctionId id = new FunctionId("victim" + i % 3, "f" + i, "1-a");
      victims.add(new FunctionSpec(id, "nodejs:20", 2048, 1));
      large.callThatFails(victims.get(i));
    }
    for (int i = 0; i < 2 * RoundSummary.MOST_LIKELY; i++) {
      large.callThatFails(function("evil", "a" + i, "1-a"));
    }
    large.nextWindow();
    for (int second = 0; second < 58; second++) {
      large.second();
    }

    assertThat(victims).allMatch(victim -> large.pool().view().count(victim.id()).ready() > 0);
    assertThat(large.pool().view().functions()).hasSize(RoundSummary.MOST_LIKELY);
  }

  @Test
  void whateverANamespaceDoesTheOthersStayKnown() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<FunctionSpec> victims = new ArrayList<>();
    for (int i = 0; i < VICTIMS; i++) {
      victims.add(function("victim" + i % 3, "f" + i, "3-abc"));
      pool.call(victims.get(i));
    }
    for (int event = 0; event < EVENTS; event++) {
      hostile(random);
      if (random.nextInt(50) == 0) {
        pool.call(victims.get(random.nextInt(VICTIMS)));
      }
      if (random.nextInt(20) == 0) {
        pool.second();
      }
      if (random.nextInt(400) == 0) {
        pool.nextWindow();
      }
      assertThat(policy().known())
          .as("event %s, seed %s", event, SEED)
          .isLessThanOrEqualTo(FUNCTIONS);
    }
    pool.nextWindow();

    assertThat(victims)
        .as("functions of others, seed %s", SEED)
        .allMatch(victim -> policy().knows(victim.id()));
    assertThat(release)
        .as("released, seed %s", SEED)
        .isNotEmpty()
        .allMatch(id -> id.namespace().equals("evil"));
    assertThat(mostShown).isLessThanOrEqualTo(FUNCTIONS);
  }

  private void hostile(SplittableRandom random) {
    String action = "a" + random.nextInt(random.nextInt(3) == 0 ? 100_000 : 50);
    String[] revisions = {
      "1-a", random.nextInt(1, 1000) + "-b", "", "-", "99999999999-c", "x".repeat(50), "٣-d"
    };
    FunctionSpec function = function("evil", action, revisions[random.nextInt(revisions.length)]);
    if (random.nextInt(4) == 0) {
      pool.callThatFails(function);
    } else {
      pool.call(function);
    }
  }
}
