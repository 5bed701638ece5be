/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.peers;

import org.jspecify.annotations.NullMarked;
