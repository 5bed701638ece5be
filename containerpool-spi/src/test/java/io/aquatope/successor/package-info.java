/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.successor;

import org.jspecify.annotations.NullMarked;
