/* SPDX-License-Identifier: Apache-2.0 */
/** Adapters of OpenWhisk's Scala interfaces. */
@NullMarked
package io.aquatope.whisk;

import org.jspecify.annotations.NullMarked;
