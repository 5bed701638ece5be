/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.PoolEvents;
import io.aquatope.pool.PoolPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events and questions have defaults, so that a decorator can forget one unnoticed. */
final class PolicyDecoratorsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        FallbackPolicy.class,
        ForwardingPolicy.class,
        MaxAgePolicy.class,
        ObservingPolicy.class
      })
  void aDecoratorPassesEverythingOn(Class<? extends PoolPolicy> decorator) throws Exception {
    for (Method method : PoolPolicy.class.getMethods()) {
      assertThat(decorator.getMethod(method.getName(), method.getParameterTypes()))
          .extracting(Method::getDeclaringClass)
          .isNotIn(PoolPolicy.class, PoolEvents.class);
    }
  }

  /** An inherited answer would be one that nobody checks. */
  @Test
  void theFallbackPolicyAnswersEachQuestionItself() {
    assertThat(names(FallbackPolicy.class)).containsAll(names(PoolPolicy.class));
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Method::getName)
        .toList();
  }
}
