/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.invoker;

import org.jspecify.annotations.NullMarked;
