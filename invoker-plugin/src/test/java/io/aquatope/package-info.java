/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope;

import org.jspecify.annotations.NullMarked;
