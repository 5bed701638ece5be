/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

/**
 * Starts of all activations of a replay.
 *
 * @param activations number of activations that ended: all of the trace
 * @param coldStarts activations for which a container had to be created ({@link
 *     io.aquatope.pool.StartKind#isCold}); an activation that finds a stem cell or a container in
 *     preparation does not count
 * @param coldStartSeconds how long activations waited for their container to become ready, in
 *     total: whole start-ups of cold starts, {@code /init} in stem cells, and the rest of start-ups
 *     begun earlier. Waiting for memory is excluded
 * @param delay from arrival to run, including the wait for memory
 * @param buffered number of activations that had to wait for memory
 */
public record ReplayStarts(
    int activations, int coldStarts, double coldStartSeconds, StartDelay delay, int buffered) {

  /** The share of activations that started cold; 0 without activations. */
  public double coldStartRatio() {
    return activations == 0 ? 0 : (double) coldStarts / activations;
  }
}
