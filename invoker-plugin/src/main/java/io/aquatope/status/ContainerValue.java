/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

/**
 * Value of one container of a function.
 *
 * @param probability that it is needed
 * @param because source of the probability: {@code forecast} or {@code successor}
 * @param savesSeconds the delay that it is expected to save
 * @param costsSeconds the cost of its memory, in seconds of delay
 */
public record ContainerValue(
    double probability, String because, double savesSeconds, double costsSeconds) {}
