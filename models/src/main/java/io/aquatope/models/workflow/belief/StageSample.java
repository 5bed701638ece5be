/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

/**
 * One stage in a world drawn from the beliefs.
 *
 * @param logLatency log of the typical seconds of each candidate
 * @param failure probability that a run of each candidate fails
 * @param belief index of the true one of the {@link StageDraws#BELIEFS} beliefs about the variation
 *     of runs
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
public record StageSample(double[] logLatency, double[] failure, int belief) {}
