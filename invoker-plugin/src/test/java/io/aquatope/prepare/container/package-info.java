/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.prepare.container;

import org.jspecify.annotations.NullMarked;
