/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The check of linkage: the references of the plugin's byte code, and what they find in an
 * OpenWhisk.
 */
@NullMarked
package io.aquatope.doctor.linkage;

import org.jspecify.annotations.NullMarked;
