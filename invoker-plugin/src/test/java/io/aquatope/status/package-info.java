/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.status;

import org.jspecify.annotations.NullMarked;
