/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.replay.result.ReplayTimeline;
import java.util.List;
import java.util.stream.IntStream;

/** The time axis of charts. */
final class TimeAxis {

  static final String LABEL = "hours from the start";

  private TimeAxis() {}

  static List<Double> endsOfParts(ReplayTimeline timeline) {
    return IntStream.rangeClosed(1, timeline.coldStarts().size())
        .mapToObj(part -> part * timeline.partSeconds() / 3600)
        .toList();
  }
}
