/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The pass over the drop-in jar that makes the jar for releases of OpenWhisk with Akka and Java 11.
 *
 * <p>It runs in the build only. It renames Pekko's packages to Akka's, and replaces what class
 * files of Java 17 have and a Java 11 virtual machine or library has not.
 */
@NullMarked
package io.aquatope.java11;

import org.jspecify.annotations.NullMarked;
