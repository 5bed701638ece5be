/* SPDX-License-Identifier: Apache-2.0 */
/** Settings of operators under {@code whisk.aquatope}: reading, defaults and validation. */
@NullMarked
package io.aquatope.config;

import org.jspecify.annotations.NullMarked;
