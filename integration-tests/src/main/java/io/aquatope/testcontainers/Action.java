/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Map;

/**
 * An action as a developer uploads it.
 *
 * @param name without the namespace
 * @param kind of the runtime, as in the runtimes manifest
 * @param code its source
 * @param memoryMb of its containers, in MB
 * @param timeout upper bound of the duration of a call
 * @param logsMb kept size of an activation's log, in MB. 0: none; the container is free for the
 *     next call as soon as one has ended
 * @param annotations by key; Jackson writes the values as JSON
 */
public record Action(
    String name,
    String kind,
    String code,
    int memoryMb,
    Duration timeout,
    int logsMb,
    Map<String, Object> annotations) {

  public Action {
    annotations = Map.copyOf(annotations);
  }

  /** An action with 256 MB, a minute, no logs and no annotations. */
  public static Action of(String name, String kind, String code) {
    return new Action(name, kind, code, 256, Duration.ofMinutes(1), 0, Map.of());
  }

  /** The same with other memory, in MB. */
  public Action withMemory(int megabytes) {
    return new Action(name, kind, code, megabytes, timeout, logsMb, annotations);
  }

  /** The same with another time limit. */
  public Action withTimeout(Duration limit) {
    return new Action(name, kind, code, memoryMb, limit, logsMb, annotations);
  }

  /** The same with another log size of each activation, in MB. */
  public Action withLogs(int megabytes) {
    return new Action(name, kind, code, memoryMb, timeout, megabytes, annotations);
  }

  /** The same with another annotation. */
  public Action withAnnotation(String key, Object value) {
    Map<String, Object> all =
        ImmutableMap.<String, Object>builder()
            .putAll(annotations)
            .put(key, value)
            .buildKeepingLast();
    return new Action(name, kind, code, memoryMb, timeout, logsMb, all);
  }
}
