/* SPDX-License-Identifier: Apache-2.0 */
/** Container engines that change the CPU limits of live containers. */
@NullMarked
package io.aquatope.cpu.engine;

import org.jspecify.annotations.NullMarked;
