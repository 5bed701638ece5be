/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.doctor.classpath;

import org.jspecify.annotations.NullMarked;
