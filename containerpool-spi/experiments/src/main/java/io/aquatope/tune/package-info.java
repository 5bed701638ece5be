/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Experiments with workflow tuners. They read workflow files and tables of measurements, run
 * methods over seeds, and report the cost over the oracle's, the speed, and the QoS violations of
 * each method.
 */
@NullMarked
package io.aquatope.tune;

import org.jspecify.annotations.NullMarked;
