/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.replay;

import org.jspecify.annotations.NullMarked;
