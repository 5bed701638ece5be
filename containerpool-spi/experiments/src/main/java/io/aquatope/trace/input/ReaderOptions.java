/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

/**
 * The user's choices about lines that cannot be read and values that are missing.
 *
 * @param skipBadLines whether bad lines are counted and left out, instead of being an error
 * @param stated values for what the files do not contain
 */
public record ReaderOptions(boolean skipBadLines, StatedAssumptions stated) {

  /** Bad lines are errors, and nothing is stated. */
  public static final ReaderOptions DEFAULT = new ReaderOptions(false, StatedAssumptions.NONE);
}
