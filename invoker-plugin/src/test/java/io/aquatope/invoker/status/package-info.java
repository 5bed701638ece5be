/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.invoker.status;

import org.jspecify.annotations.NullMarked;
