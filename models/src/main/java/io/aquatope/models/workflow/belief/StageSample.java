/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

/**
 * One stage in a world drawn from what is believed.
 *
 * @param logLatency log of the typical seconds of each candidate
 * @param failure probability that a run of each candidate fails
 * @param belief which of the {@link StageDraws#BELIEFS} beliefs of how runs vary is true
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
public record StageSample(double[] logLatency, double[] failure, int belief) {}
