/* SPDX-License-Identifier: Apache-2.0 */
/** Readers of the files of load generators: FaaSRail and In-Vitro. */
@NullMarked
package io.aquatope.trace.loadgen;

import org.jspecify.annotations.NullMarked;
