/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.time.Duration;

/** Events of CPU limits, for counters and the log. The default methods do nothing. */
public interface CpuEvents {

  CpuEvents NONE = new CpuEvents() {};

  /** An action was used whose annotation was not applied, or not in full. */
  default void badAnnotationUsed() {}

  /** An annotation was not applied, or not in full; once for each revision of an action. */
  default void badAnnotation(String action, String problem, LimitInForce instead) {}

  /** An action's annotation could not be read, or not in time; the other sources apply. */
  default void annotationUnknown(String action, String problem) {}

  /** An engine answered a change after {@code latency}. */
  default void changed(ChangeResult answer, Duration latency) {}

  /** A change failed and will be retried. */
  default void changeFailed(String container, CpuLimit limit, Throwable cause) {}

  /** An activation continued although the limit of its container could not be set in time. */
  default void wentOnWithoutLimit(String container, CpuLimit limit) {}

  /** There were too many decisions: the oldest one was dropped. */
  default void decisionDropped(String action) {}

  /** There were too many parsed annotations: the least recently used one was evicted. */
  default void annotationRelease() {}

  /** The operator's limits were read again. */
  default void reloaded(int rules) {}

  /** The operator's limits could not be read; those read before stay in force. */
  default void reloadFailed(String problem) {}

  /** The way to the engine was chosen, at the start. */
  default void engineAccess(String way) {}

  /** The number of cores of the engine's machine is unknown. */
  default void machineUnknown(String problem) {}

  /** Control groups are not visible, so observations have no CPU figures; reported once. */
  default void usageOutOfSight(String place) {}

  /** An observer of activations failed; the others received the observation. */
  default void observerFailed(Throwable cause) {}
}
