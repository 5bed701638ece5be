/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.distribution;

import org.jspecify.annotations.NullMarked;
