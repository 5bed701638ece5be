/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Checks that this project's byte code links against a given OpenWhisk, without running either.
 *
 * <p>The plugin is compiled against declarations of OpenWhisk's classes. Whether the classes of an
 * installation are like that is found out here, by the rules of the Java virtual machine (JVMS 17,
 * chapter 5.4.3), before an invoker fails in operation.
 */
@NullMarked
package io.aquatope.doctor;

import org.jspecify.annotations.NullMarked;
