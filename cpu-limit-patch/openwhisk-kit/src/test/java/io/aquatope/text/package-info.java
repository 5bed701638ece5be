/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.text;

import org.jspecify.annotations.NullMarked;
