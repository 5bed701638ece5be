/* SPDX-License-Identifier: Apache-2.0 */
/** Generator of synthetic load from a seed. */
@NullMarked
package io.aquatope.trace.synthetic;

import org.jspecify.annotations.NullMarked;
