/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

import java.util.List;

/**
 * A replay over time, in equal parts of the recorded period. Memory is the mean of a part, in MB.
 *
 * @param partSeconds length of a part
 * @param servingMb of containers that run, or start for, an activation
 * @param idleMb of containers that are ready for a function and run nothing
 * @param aheadMb of stem cells, and of containers that are being prepared
 * @param coldStarts number that began in a part
 */
public record ReplayTimeline(
    double partSeconds,
    List<Double> servingMb,
    List<Double> idleMb,
    List<Double> aheadMb,
    List<Integer> coldStarts) {}
