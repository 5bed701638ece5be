/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How many further containers of one function a stretch of time needs, from a forecast of each
 * minute and from how its calls came so far: suppositions of how calls come, weighed by how well
 * each foretold the last seconds.
 */
@NullMarked
package io.aquatope.prewarm.demand;

import org.jspecify.annotations.NullMarked;
