/* SPDX-License-Identifier: Apache-2.0 */
/** What can only be seen on the built jar, or on real engines. */
@NullMarked
package io.aquatope.it;

import org.jspecify.annotations.NullMarked;
