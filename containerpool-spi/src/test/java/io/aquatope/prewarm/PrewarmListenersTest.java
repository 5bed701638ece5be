/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What listeners hear has defaults, so that one could be forgotten unnoticed. */
final class PrewarmListenersTest {

  @Test
  void severalHearEverythingThatOneHears() {
    assertThat(PrewarmListeners.class.getDeclaredMethods())
        .extracting(Method::getName)
        .containsAll(
            Arrays.stream(PrewarmListener.class.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .toList());
  }
}
