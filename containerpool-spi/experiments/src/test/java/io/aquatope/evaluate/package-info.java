/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.evaluate;

import org.jspecify.annotations.NullMarked;
