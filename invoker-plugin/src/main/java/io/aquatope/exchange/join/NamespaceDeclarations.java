/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.List;

/**
 * All declarations that a namespace makes by annotations.
 *
 * @param actions the annotated actions, up to the namespace's quota
 * @param left number of annotated actions beyond the quota
 */
public record NamespaceDeclarations(String namespace, List<AnnotatedAction> actions, int left) {

  public NamespaceDeclarations {
    actions = List.copyOf(actions);
  }
}
