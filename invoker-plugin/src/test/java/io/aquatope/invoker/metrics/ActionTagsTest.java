/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.invoker.metrics.ActionTags.Tags;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ActionTagsTest {

  private final ActionTags tags = new ActionTags();

  @Test
  void aTenantWithManyActionsBeginsABoundedNumberOfSeries() {
    tags.of("guest", "guest", "hello");
    Set<Tags> begun = new HashSet<>();

    for (int i = 0; i < 100_000; i++) {
      begun.add(tags.of("hostile", "hostile", "f" + i));
    }

    assertThat(begun).hasSize(101).contains(new Tags("hostile", "others", "others"));
    assertThat(tags.of("hostile", "hostile", "f0")).isEqualTo(new Tags("hostile", "hostile", "f0"));
    assertThat(tags.of("guest", "guest", "hello")).isEqualTo(new Tags("guest", "guest", "hello"));
    assertThat(tags.of("guest", "guest", "new")).isEqualTo(new Tags("guest", "guest", "new"));
  }

  @Test
  void soDoManyTenants() {
    Set<Tags> begun = new HashSet<>();

    for (int i = 0; i < 100_000; i++) {
      begun.add(tags.of("n" + i, "n" + i, "f"));
    }

    assertThat(begun).hasSize(5_001);
  }
}
