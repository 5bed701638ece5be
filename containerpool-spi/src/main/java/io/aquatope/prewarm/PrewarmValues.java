/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

/**
 * Values of the configuration for {@link PrewarmSettings}. Each method reads one key and fails with
 * key, value and expectation if the value is bad.
 */
public interface PrewarmValues {

  boolean flag(String key);

  /** An integer from 1 on. */
  int positiveInt(String key);

  /** A finite number of more than 0. */
  double positiveDouble(String key);

  /** A finite number from 0 on. */
  double nonNegativeDouble(String key);

  /** A size in MB, or {@link PrewarmSettings#ALL}. */
  long memoryMb(String key);
}
