/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.forecast;

import org.jspecify.annotations.NullMarked;
