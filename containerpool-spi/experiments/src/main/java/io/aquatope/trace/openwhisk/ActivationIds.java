/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Set of the activations that were read, by 128 bits of each: OpenWhisk's id is 32 hexadecimal
 * digits. A set of texts would take five times the memory.
 */
final class ActivationIds {

  private static final int DIGITS = 32;

  /** Pairs of words; both zero is an empty place. */
  private long[] words = new long[2 << 12];

  private int size;
  private boolean hasZero;

  /**
   * Adds an activation.
   *
   * <p>An id of another form, as people write it into examples, need not be unique. Then the name
   * of the action and the start count, too.
   *
   * @return whether it is new
   */
  boolean add(ActivationRecord activation) {
    String id = activation.id();
    if (isHexadecimal(id)) {
      return add(
          Long.parseUnsignedLong(id, 0, DIGITS / 2, 16),
          Long.parseUnsignedLong(id, DIGITS / 2, DIGITS, 16));
    }
    HashCode hash =
        Hashing.murmur3_128()
            .newHasher()
            .putString(id, StandardCharsets.UTF_8)
            .putChar('|')
            .putString(activation.function().id().toString(), StandardCharsets.UTF_8)
            .putLong(activation.startMillis())
            .hash();
    ByteBuffer bytes = ByteBuffer.wrap(hash.asBytes());
    return add(bytes.getLong(), bytes.getLong());
  }

  private static boolean isHexadecimal(String id) {
    if (id.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (Character.digit(id.charAt(i), 16) < 0 || id.charAt(i) > 'f') {
        return false;
      }
    }
    return true;
  }

  private boolean add(long high, long low) {
    if (high == 0 && low == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int at = place(high, low);
    if (words[at] != 0 || words[at + 1] != 0) {
      return false;
    }
    words[at] = high;
    words[at + 1] = low;
    if (++size > words.length / 4) {
      grow();
    }
    return true;
  }

  /** The place of a pair, or the empty one where it belongs. */
  private int place(long high, long low) {
    int places = words.length / 2;
    long mixed = (high * 31 + low) * 0x9E3779B97F4A7C15L;
    int at = (int) ((mixed >>> 33) % places);
    while ((words[2 * at] != high || words[2 * at + 1] != low)
        && (words[2 * at] != 0 || words[2 * at + 1] != 0)) {
      at = (at + 1) % places;
    }
    return 2 * at;
  }

  private void grow() {
    long[] old = words;
    words = new long[Math.multiplyExact(old.length, 2)];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        int at = place(old[i], old[i + 1]);
        words[at] = old[i];
        words[at + 1] = old[i + 1];
      }
    }
  }
}
