/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.cpu.observe;

import org.jspecify.annotations.NullMarked;
