/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.exchange.message;

import org.jspecify.annotations.NullMarked;
