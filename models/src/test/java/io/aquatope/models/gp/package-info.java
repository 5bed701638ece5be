/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models.gp;

import org.jspecify.annotations.NullMarked;
