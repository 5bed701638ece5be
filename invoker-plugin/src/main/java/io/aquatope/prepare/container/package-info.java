/* SPDX-License-Identifier: Apache-2.0 */
/** Containers that are prepared before a call: initialisation, proof of life, pause. */
@NullMarked
package io.aquatope.prepare.container;

import org.jspecify.annotations.NullMarked;
