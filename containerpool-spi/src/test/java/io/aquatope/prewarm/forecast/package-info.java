/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.prewarm.forecast;

import org.jspecify.annotations.NullMarked;
