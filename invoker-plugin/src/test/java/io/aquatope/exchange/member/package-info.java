/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.exchange.member;

import org.jspecify.annotations.NullMarked;
