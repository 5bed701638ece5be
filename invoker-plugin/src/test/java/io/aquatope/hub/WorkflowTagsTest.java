/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names that tenants choose do not fill the metric system. */
final class WorkflowTagsTest {

  private final WorkflowTags tags = new WorkflowTags();
  private final Set<String> seen = new HashSet<>();

  @Test
  void aNamespaceThatDeclaresEverNewNamesHidesOnlyItsOwn() {
    for (int i = 0; i < 10_000; i++) {
      seen.add(tags.of("evil/x" + i));
    }

    assertThat(seen).hasSize(WorkflowTags.MOST_OF_NAMESPACE + 1).contains(WorkflowTags.OTHERS);
    assertThat(tags.of("victim/checkout")).isEqualTo("victim/checkout");
    assertThat(tags.of("evil/x0")).isEqualTo("evil/x0");
  }

  @Test
  void tagsOfAllNamespacesAreBoundedAndTheOperatorsAreThere() {
    for (int i = 0; i < 100_000; i++) {
      seen.add(tags.of("namespace" + i + "/x"));
    }

    assertThat(seen).hasSize(WorkflowTags.MOST + 1);
    assertThat(tags.of("video")).isEqualTo("video");
    assertThat(tags.of("namespace0/x")).isEqualTo("namespace0/x");
  }
}
