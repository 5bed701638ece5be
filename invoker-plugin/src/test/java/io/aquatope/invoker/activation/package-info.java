/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.invoker.activation;

import org.jspecify.annotations.NullMarked;
