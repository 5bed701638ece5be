/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Preparation of containers ahead of their first call: creation from the action's image with its
 * limits, and initialisation if that is safe.
 */
@NullMarked
package io.aquatope.prepare;

import org.jspecify.annotations.NullMarked;
