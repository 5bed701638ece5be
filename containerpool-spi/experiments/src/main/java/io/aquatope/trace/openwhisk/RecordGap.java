/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

/** Values that records of actions may lack, with what is taken instead. */
enum RecordGap {
  KIND("do not record their runtime: they count as of one runtime of their own", true),
  MEMORY(
      "do not record their memory: " + ActivationRecord.DEFAULT_MEMORY_MB + " MB are taken", true),
  DURATION("do not record their duration: it is the end less the start", false),
  WAIT("do not record their wait: they count as called when they began", true),
  NEGATIVE_WAIT("record a negative wait, as clocks of two hosts differ: 0 is taken", false);

  private final String consequence;
  private final boolean assumed;

  RecordGap(String consequence, boolean assumed) {
    this.consequence = consequence;
    this.assumed = assumed;
  }

  /** What follows from it, as the end of a sentence about activations. */
  String consequence() {
    return consequence;
  }

  /** Whether results rest on it, so that they must state it. */
  boolean isAssumed() {
    return assumed;
  }
}
