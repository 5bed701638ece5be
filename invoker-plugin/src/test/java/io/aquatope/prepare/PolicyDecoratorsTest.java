/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.FallbackPolicy;
import io.aquatope.pool.policy.ForwardingPolicy;
import io.aquatope.pool.policy.ObservingPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies hear and are asked has defaults, so that a decorator can forget one unnoticed. */
final class PolicyDecoratorsTest {

  @ParameterizedTest
  @ValueSource(classes = {FallbackPolicy.class, ForwardingPolicy.class, ObservingPolicy.class})
  void aDecoratorPassesEverythingOn(Class<?> decorator) {
    assertThat(names(decorator)).containsAll(names(PoolPolicy.class));
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Method::getName)
        .toList();
  }
}
