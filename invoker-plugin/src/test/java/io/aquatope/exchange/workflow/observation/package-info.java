/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.exchange.workflow.observation;

import org.jspecify.annotations.NullMarked;
