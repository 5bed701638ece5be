/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Checks that this project's byte code links against a given OpenWhisk, without running either.
 *
 * <p>The plugin is compiled against declarations of OpenWhisk's classes. An installation may have
 * other versions of these classes. The check compares both by the rules of the Java virtual machine
 * (JVMS 17, chapter 5.4.3), before an invoker fails in operation.
 */
@NullMarked
package io.aquatope.doctor;

import org.jspecify.annotations.NullMarked;
