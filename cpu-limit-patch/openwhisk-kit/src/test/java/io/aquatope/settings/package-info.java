/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.settings;

import org.jspecify.annotations.NullMarked;
