/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.cpu.limit;

import org.jspecify.annotations.NullMarked;
