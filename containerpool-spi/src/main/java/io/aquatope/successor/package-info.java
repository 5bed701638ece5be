/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Learns online which function follows which: stages of one request, and functions of a namespace
 * that are called one after the other. {@link io.aquatope.successor.Successors} receives each
 * arrival and returns the {@linkplain io.aquatope.successor.ExpectedDemand expected demand}.
 */
@NullMarked
package io.aquatope.successor;

import org.jspecify.annotations.NullMarked;
