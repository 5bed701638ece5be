/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * One stream of random numbers for each subject. The draws for a function depend on the seed and
 * its name, but neither on the order of lines nor on the other functions.
 */
public record RandomStreams(long seed) {

  /** The stream of {@code subject} for one use; the same for the same arguments. */
  public SplittableRandom of(String subject, long use) {
    long mixed = Hashing.sipHash24(seed, use).hashString(subject, StandardCharsets.UTF_8).asLong();
    return new SplittableRandom(mixed);
  }
}
