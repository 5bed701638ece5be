/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tags under which workflows are counted. A metric system never forgets a tag, and tenants may
 * declare any number of workflow names. Therefore only the first {@value #MOST_OF_NAMESPACE}
 * workflows of a namespace, and the first {@value #MOST} altogether, have tags of their own. All
 * others share one tag. Workflows of the operator's file, whose names have no namespace, always
 * have their own. Safe for use by several threads.
 */
final class WorkflowTags {

  static final String OTHERS = "(others)";
  static final int MOST_OF_NAMESPACE = 20;
  static final int MOST = 1_000;

  @GuardedBy("this")
  private final Set<String> own = new HashSet<>();

  @GuardedBy("this")
  private final Map<String, Integer> byNamespace = new HashMap<>();

  /** The tag of a workflow. */
  synchronized String of(String workflow) {
    int slash = workflow.indexOf('/');
    if (slash < 0 || own.contains(workflow)) {
      return workflow;
    }
    String namespace = workflow.substring(0, slash);
    if (own.size() >= MOST || byNamespace.getOrDefault(namespace, 0) >= MOST_OF_NAMESPACE) {
      return OTHERS;
    }
    own.add(workflow);
    byNamespace.merge(namespace, 1, Integer::sum);
    return workflow;
  }
}
