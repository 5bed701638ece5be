/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The classes of an OpenWhisk or of the plugin, read without loading them: from folders, jars,
 * images of containers, and files of shapes.
 */
@NullMarked
package io.aquatope.doctor.classpath;

import org.jspecify.annotations.NullMarked;
