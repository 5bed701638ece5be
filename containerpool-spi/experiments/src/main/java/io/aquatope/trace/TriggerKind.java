/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

/** Triggers of a function's calls; {@code UNKNOWN} if the trace does not state them. */
public enum TriggerKind {
  HTTP,
  TIMER,
  QUEUE,
  EVENT,
  STORAGE,
  ORCHESTRATION,
  OTHER,
  UNKNOWN
}
