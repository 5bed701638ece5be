/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Runs workflows under recorded load in virtual time. Requests arrive as in a trace and run through
 * the container pool; stages run as long as measured repetitions did; a tuner chooses their
 * configurations. Cold starts and resources are decided together, and requests that are used to
 * learn count like all others.
 */
@NullMarked
package io.aquatope.evaluate;

import org.jspecify.annotations.NullMarked;
