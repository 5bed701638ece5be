/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.cpu;

import org.jspecify.annotations.NullMarked;
