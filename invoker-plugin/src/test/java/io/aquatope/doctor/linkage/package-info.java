/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.doctor.linkage;

import org.jspecify.annotations.NullMarked;
