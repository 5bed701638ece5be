/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Code that the jar for Java 11 has in place of what the virtual machine and the library of Java 17
 * provide. Only code that the pass has changed calls it.
 */
@NullMarked
package io.aquatope.java11.support;

import org.jspecify.annotations.NullMarked;
