/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.tune;

import org.jspecify.annotations.NullMarked;
