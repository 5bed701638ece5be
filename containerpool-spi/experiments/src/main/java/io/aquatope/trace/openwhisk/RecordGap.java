/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import java.util.Locale;

/** Values that records of actions may lack, with what is taken instead. */
enum RecordGap {
  KIND("activations without their runtime (%s): they count as of one runtime of their own", true),
  MEMORY(
      "activations without their memory (%s): "
          + ActivationRecord.DEFAULT_MEMORY_MB
          + " MB are taken",
      true),
  DURATION("activations without their duration (%s): it is the end less the start", false),
  WAIT("activations without their wait (%s): they count as called when they began", true),
  NEGATIVE_WAIT(
      "activations with a negative wait (%s), as clocks of two hosts differ: 0 is taken", false);

  private final String sentence;
  private final boolean assumed;

  RecordGap(String sentence, boolean assumed) {
    this.sentence = sentence;
    this.assumed = assumed;
  }

  /** A sentence about the activations, without its end. */
  String sentence(long count, long activations) {
    return String.format(
        Locale.ROOT, sentence, String.format(Locale.ROOT, "%,d of %,d", count, activations));
  }

  /** Whether results rest on it, so that they must state it. */
  boolean isAssumed() {
    return assumed;
  }
}
