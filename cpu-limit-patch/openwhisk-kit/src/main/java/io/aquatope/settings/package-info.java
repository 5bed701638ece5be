/* SPDX-License-Identifier: Apache-2.0 */
/** Sections of the operator's configuration: reading and checking of their values. */
@NullMarked
package io.aquatope.settings;

import org.jspecify.annotations.NullMarked;
