/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.exchange.outbox;

import org.jspecify.annotations.NullMarked;
