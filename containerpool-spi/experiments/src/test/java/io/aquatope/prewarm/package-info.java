/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.prewarm;

import org.jspecify.annotations.NullMarked;
