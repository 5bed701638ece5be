/* SPDX-License-Identifier: Apache-2.0 */
/** Measures the CPU use of activations by the kernel's control groups. */
@NullMarked
package io.aquatope.cpu.observe;

import org.jspecify.annotations.NullMarked;
