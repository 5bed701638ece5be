/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Containers that are prepared ahead of their first call: created from the action's image with its
 * limits, and initialised where that is safe.
 */
@NullMarked
package io.aquatope.prepare;

import org.jspecify.annotations.NullMarked;
