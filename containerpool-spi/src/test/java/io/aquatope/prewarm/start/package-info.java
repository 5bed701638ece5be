/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.prewarm.start;

import org.jspecify.annotations.NullMarked;
