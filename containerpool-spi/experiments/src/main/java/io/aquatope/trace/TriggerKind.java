/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

/** What makes the calls of a function, where a trace tells. */
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
