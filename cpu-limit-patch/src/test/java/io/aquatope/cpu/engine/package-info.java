/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.cpu.engine;

import org.jspecify.annotations.NullMarked;
