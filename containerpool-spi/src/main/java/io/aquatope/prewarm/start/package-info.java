/* SPDX-License-Identifier: Apache-2.0 */
/** Estimates of the time that a container takes to start. */
@NullMarked
package io.aquatope.prewarm.start;

import org.jspecify.annotations.NullMarked;
