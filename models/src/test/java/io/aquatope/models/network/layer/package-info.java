/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.network.layer;

import org.jspecify.annotations.NullMarked;
