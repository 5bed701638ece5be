/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What can only be seen on the built jar, or on real engines. What an engine is missing for is
 * skipped with the reason, or fails where {@code -Daquatope.it.require} names it.
 */
@NullMarked
package io.aquatope.it;

import org.jspecify.annotations.NullMarked;
