/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.thread;

import org.jspecify.annotations.NullMarked;
