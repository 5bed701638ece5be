/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of workflows as tags of metrics. Tenants choose them, and what collects metrics keeps each
 * one for ever: after so many, further ones are measured together. Safe for use by several threads.
 */
final class WorkflowLabels {

  /** As many as there may be workflows at a time. */
  static final int MOST = 4_000;

  static final String OTHER = "other";

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  String of(String workflow) {
    if (known.contains(workflow)) {
      return workflow;
    }
    synchronized (this) {
      return known.size() < MOST && known.add(workflow) ? workflow : OTHER;
    }
  }
}
