/* SPDX-License-Identifier: Apache-2.0 */
/** The jar for Akka and Java 11 on a Java 11. */
@NullMarked
package io.aquatope.java11;

import org.jspecify.annotations.NullMarked;
