/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Workflows under recorded load in virtual time: requests arrive as in a trace, stages run for as
 * long as measured repetitions did, through the container pool, while a tuner chooses their
 * configurations. Cold starts and resources are decided together, and requests that serve to learn
 * count like all others.
 */
@NullMarked
package io.aquatope.evaluate;

import org.jspecify.annotations.NullMarked;
