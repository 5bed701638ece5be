/* SPDX-License-Identifier: Apache-2.0 */
/** Explicit CPU limits of OpenWhisk containers. */
@NullMarked
package io.aquatope.cpu;

import org.jspecify.annotations.NullMarked;
