/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.List;

/**
 * All that a namespace asks for by annotations.
 *
 * @param actions those that are annotated, as many as a namespace may have
 * @param left how many more there are
 */
public record NamespaceDeclarations(String namespace, List<AnnotatedAction> actions, int left) {

  public NamespaceDeclarations {
    actions = List.copyOf(actions);
  }
}
