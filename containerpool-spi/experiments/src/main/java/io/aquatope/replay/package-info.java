/* SPDX-License-Identifier: Apache-2.0 */
/** A trace replayed through the container pool in virtual time, and what came of it. */
@NullMarked
package io.aquatope.replay;

import org.jspecify.annotations.NullMarked;
