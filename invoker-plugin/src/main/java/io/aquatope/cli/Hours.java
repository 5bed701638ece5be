/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.replay.Timeline;
import java.util.List;
import java.util.stream.IntStream;

/** The time axis of pictures. */
final class Hours {

  static final String LABEL = "hours from the start";

  private Hours() {}

  static List<Double> endsOfParts(Timeline timeline) {
    return IntStream.rangeClosed(1, timeline.coldStarts().size())
        .mapToObj(part -> part * timeline.partSeconds() / 3600)
        .toList();
  }
}
