/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.primitives.ImmutableLongArray;
import java.util.OptionalDouble;

/**
 * The starts and waits of one function in its records, in milliseconds. An activation with {@code
 * initTime} started a container or initialised a stem cell; one without found a warm container.
 */
final class ContainerStarts {

  private static final String OWN_IMAGE = "blackbox";

  private final String kind;
  private final ImmutableLongArray.Builder warmWaits = ImmutableLongArray.builder();
  private final ImmutableLongArray.Builder waits = ImmutableLongArray.builder();
  private final ImmutableLongArray.Builder inits = ImmutableLongArray.builder();
  private long withoutWait;

  ContainerStarts(String kind) {
    this.kind = kind;
  }

  void add(ActivationRecord activation) {
    if (activation.waitMillis().isEmpty()) {
      withoutWait += activation.initMillis().isPresent() ? 1 : 0;
    } else if (activation.initMillis().isPresent()) {
      waits.add(activation.waitMillis().getAsLong());
      inits.add(activation.initMillis().getAsLong());
    } else {
      warmWaits.add(activation.waitMillis().getAsLong());
    }
  }

  String kind() {
    return kind;
  }

  /** Whether its containers are made of an image of its own, for which there are no stem cells. */
  boolean hasOwnImage() {
    return kind.equals(OWN_IMAGE);
  }

  /** The starts that do not record how long they waited, as in sequences of old releases. */
  long withoutWait() {
    return withoutWait;
  }

  ImmutableLongArray warmWaits() {
    return warmWaits.build();
  }

  ImmutableLongArray inits() {
    return inits.build();
  }

  /** The median wait of warm activations; empty without one. */
  OptionalDouble usualWait() {
    return SampleMedian.of(warmWaits.build());
  }

  /** For each start, the wait beyond the usual one. */
  double[] extraWaits(double usualWait) {
    return waits.build().stream().mapToDouble(wait -> Math.max(0, wait - usualWait)).toArray();
  }
}
