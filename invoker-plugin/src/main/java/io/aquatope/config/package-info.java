/* SPDX-License-Identifier: Apache-2.0 */
/** What operators can configure under {@code whisk.aquatope}. */
@NullMarked
package io.aquatope.config;

import org.jspecify.annotations.NullMarked;
