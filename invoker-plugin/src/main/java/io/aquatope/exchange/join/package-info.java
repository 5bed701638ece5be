/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The controller's part: stages that descend from one request are joined to instances of workflows,
 * which are told to all.
 */
@NullMarked
package io.aquatope.exchange.join;

import org.jspecify.annotations.NullMarked;
