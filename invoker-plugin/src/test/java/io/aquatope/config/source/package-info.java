/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.config.source;

import org.jspecify.annotations.NullMarked;
