/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the advisor, the acting policy hears, is asked and answers the same. */
@SuppressWarnings("NullAway") // an advisor of the worst kind
class ObservingPolicyTest {

  private static final FunctionSpec FUNCTION =
      new FunctionSpec(new FunctionId("guest", "guest/f", "1"), "python:3", 256, 1);
  private static final long SECOND = 1_000_000;

  private final List<String> heard = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  private record Call(FunctionSpec function, long root) implements Activation {}

  /** Each of its methods throws that, or answers nothing where it answers at all. */
  private static PoolPolicy broken(Throwable failure) {
    return (PoolPolicy)
        Proxy.newProxyInstance(
            PoolPolicy.class.getClassLoader(),
            new Class<?>[] {PoolPolicy.class},
            (proxy, method, arguments) -> {
              if (failure != null) {
                throw failure;
              }
              return nothing(method);
            });
  }

  private static Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == long.class) {
      return Long.MIN_VALUE;
    } else if (type == double.class) {
      return Double.NaN;
    }
    return type == boolean.class ? Boolean.FALSE : null;
  }

  private PoolPolicy actor() {
    return (PoolPolicy)
        Proxy.newProxyInstance(
            PoolPolicy.class.getClassLoader(),
            new Class<?>[] {PoolPolicy.class},
            (proxy, method, arguments) -> {
              boolean isTimed = arguments != null && arguments[arguments.length - 1] != null;
              long now = isTimed ? (long) arguments[arguments.length - 1] : 0;
              heard.add(method.getName() + " at " + now / SECOND);
              Class<?> type = method.getReturnType();
              if (type == long.class) {
                return now + 10 * SECOND;
              } else if (type == double.class) {
                return 7.0;
              } else if (type == boolean.class) {
                return true;
              }
              return type == List.class ? List.of(new PoolAction.Release(FUNCTION, 1)) : null;
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "linkage", "overflow", "nonsense"})
  void aBrokenAdvisorChangesNothing(String fault) {
    List<Object> alone = drive(actor());
    List<String> heardAlone = List.copyOf(heard);
    heard.clear();
    Throwable failure =
        switch (fault) {
          case "exception" -> new IllegalArgumentException(fault);
          case "linkage" -> new NoSuchMethodError(fault);
          case "overflow" -> new StackOverflowError();
          default -> null;
        };

    List<Object> observed = drive(new ObservingPolicy(broken(failure), actor(), failures::add));

    assertThat(observed).isEqualTo(alone);
    assertThat(heard).isEqualTo(heardAlone);
    assertThat(failures).isNotEmpty();
  }

  /** Everything that a policy is told and asked; plans when it says so. */
  private static List<Object> drive(PoolPolicy policy) {
    Call call = new Call(FUNCTION, 1);
    IdleContainer idle = null;
    List<Object> answers = new ArrayList<>(Arrays.asList(policy.promotesStemCells()));
    policy.attached(null);
    answers.add(policy.initially(0));
    long due = policy.nextPlanMicros(0);
    for (long now = 0; now < 300 * SECOND; now += SECOND) {
      policy.arrived(call, now);
      policy.started(FUNCTION, StartKind.COLD, now);
      answers.add(policy.followUp(call, StartKind.COLD, now));
      policy.startTook(FUNCTION, StartKind.COLD, 1, now);
      policy.ended(call, now);
      policy.completed(FUNCTION, now);
      policy.aborted(FUNCTION, now);
      policy.becameIdle(idle, now);
      policy.evicted(idle, now);
      policy.preparedLost(FUNCTION, now);
      answers.add(policy.keepAliveMicros(idle, now));
      answers.add(policy.evictionRank(idle, now));
      answers.add(policy.stemCellTaken(FUNCTION.stemCell(), now));
      answers.add(policy.backfill(now));
      if (due <= now) {
        List<PoolAction> planned = policy.plan(now);
        if (!planned.isEmpty()) {
          answers.add(planned);
        }
        due = policy.nextPlanMicros(now);
      }
    }
    return answers;
  }
}
