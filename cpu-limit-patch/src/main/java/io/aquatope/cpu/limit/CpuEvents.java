/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.time.Duration;

/** What happens to CPU limits, for counters and the log. By default nobody listens. */
public interface CpuEvents {

  CpuEvents NONE = new CpuEvents() {};

  /** An action was used whose annotation was not followed, or not in full. */
  default void badAnnotationUsed() {}

  /** The same, once for each revision of an action. */
  default void badAnnotation(String action, String problem, LimitInForce instead) {}

  /** An action's annotation could not be looked up, or not in time; the other sources hold. */
  default void annotationUnknown(String action, String problem) {}

  /** An engine answered a change, after so long. */
  default void changed(ChangeResult answer, Duration latency) {}

  /** A change failed and will be tried again. */
  default void changeFailed(String container, CpuLimit limit, Throwable cause) {}

  /** An activation went on although the limit of its container could not be set in time. */
  default void wentOnWithoutLimit(String container, CpuLimit limit) {}

  /** There were too many decisions: the one made longest ago holds no more. */
  default void decisionDropped(String action) {}

  /** There were too many parsed annotations: the least recently read one is parsed again. */
  default void annotationRelease() {}

  /** The operator's limits were read anew. */
  default void reloaded(int rules) {}

  /** The operator's limits could not be read; those read before stay in force. */
  default void reloadFailed(String problem) {}

  /** The engine does not tell how many cores there are. */
  default void machineUnknown(String problem) {}

  /** Control groups are not to be seen, so that observations have no CPU figures; told once. */
  default void usageOutOfSight(String place) {}

  /** An observer of activations failed; the others were told. */
  default void observerFailed(Throwable cause) {}
}
