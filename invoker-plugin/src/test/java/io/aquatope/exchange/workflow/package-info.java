/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.exchange.workflow;

import org.jspecify.annotations.NullMarked;
