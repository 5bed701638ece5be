/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.whisk;

import org.jspecify.annotations.NullMarked;
