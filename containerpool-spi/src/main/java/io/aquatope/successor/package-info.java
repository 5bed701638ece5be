/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Learns while it watches which function follows which: stages of one request, and functions of a
 * namespace that are called one after the other. {@link io.aquatope.successor.Successors} is told
 * of each arrival and says what is to be {@linkplain io.aquatope.successor.ExpectedDemand
 * expected}.
 */
@NullMarked
package io.aquatope.successor;

import org.jspecify.annotations.NullMarked;
