/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of text that tenants wrote. */
@NullMarked
package io.aquatope.text;

import org.jspecify.annotations.NullMarked;
