/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.List;
import java.util.Map;

/**
 * An action whose annotations ask for a latency target.
 *
 * @param action fully qualified, without version
 * @param annotations their values in JSON, cut off if they are too long to read
 * @param stages for a sequence, the actions that it runs, with inner sequences expanded; otherwise
 *     empty
 */
public record AnnotatedAction(
    String action, Map<String, String> annotations, Kind kind, List<String> stages) {

  /** The annotation with the target of the end-to-end latency, in milliseconds. */
  public static final String LATENCY = "qos-latency-ms";

  /** The annotation with the share of the instances that meet the target; optional. */
  public static final String QUANTILE = "qos-quantile";

  /** Kind of an annotated action, by the actions that it runs. */
  public enum Kind {
    /** Runs plain actions, one after the other. */
    SEQUENCE,
    /** Runs the actions that its conductor action chooses. They are learnt. */
    COMPOSITION,
    /** Runs no other action, or a mixture of actions and compositions. */
    OTHER,
    /** Runs more actions than a workflow may have. */
    TOO_LONG
  }

  public AnnotatedAction {
    annotations = Map.copyOf(annotations);
    stages = List.copyOf(stages);
  }
}
