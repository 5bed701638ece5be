/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.List;
import java.util.Map;

/**
 * An action whose owner asks for a target by annotations.
 *
 * @param action fully qualified, without version
 * @param annotations their values in JSON, cut off where they are too long to be read
 * @param stages of a sequence the actions that it runs, those of inner sequences in their place;
 *     none otherwise
 */
public record AnnotatedAction(
    String action, Map<String, String> annotations, Kind kind, List<String> stages) {

  /** The annotation with the target of the latency from end to end, in milliseconds. */
  public static final String LATENCY = "qos-latency-ms";

  /** The annotation with the share of the instances that keep it; may be left out. */
  public static final String QUANTILE = "qos-quantile";

  /** What it runs. */
  public enum Kind {
    /** Plain actions, one after the other. */
    SEQUENCE,
    /** What its conductor action says, which is learnt. */
    COMPOSITION,
    /** No other action, or other actions and compositions. */
    OTHER,
    /** More actions than a workflow may have. */
    TOO_LONG
  }

  public AnnotatedAction {
    annotations = Map.copyOf(annotations);
    stages = List.copyOf(stages);
  }
}
