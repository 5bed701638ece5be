/* SPDX-License-Identifier: Apache-2.0 */
/** The exchange's adapters to OpenWhisk. */
@NullMarked
package io.aquatope.hub;

import org.jspecify.annotations.NullMarked;
