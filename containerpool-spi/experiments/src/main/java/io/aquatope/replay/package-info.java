/* SPDX-License-Identifier: Apache-2.0 */
/** Replays traces through the container pool in virtual time, and reports the results. */
@NullMarked
package io.aquatope.replay;

import org.jspecify.annotations.NullMarked;
