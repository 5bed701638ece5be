/* SPDX-License-Identifier: Apache-2.0 */
/** Gives OpenWhisk's containers explicit CPU limits. */
@NullMarked
package io.aquatope.cpu;

import org.jspecify.annotations.NullMarked;
