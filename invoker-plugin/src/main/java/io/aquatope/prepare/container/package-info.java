/* SPDX-License-Identifier: Apache-2.0 */
/** Containers that are prepared before a call: initialisation, liveness check and pause. */
@NullMarked
package io.aquatope.prepare.container;

import org.jspecify.annotations.NullMarked;
