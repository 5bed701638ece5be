/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.concurrent.TimeUnit;

/**
 * Settings of {@link Successors}.
 *
 * @param bounds of its memory
 * @param evidence that it requires
 */
public record SuccessorSettings(SuccessorBounds bounds, SuccessorEvidence evidence) {

  /** For an invoker: some ten megabytes if every bound is reached. */
  public static final SuccessorSettings DEFAULT =
      new SuccessorSettings(
          new SuccessorBounds(4096, 16, 8192, 16, 16),
          new SuccessorEvidence(32, TimeUnit.SECONDS.toMicros(10), 1, 0.05));
}
