/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.monitoring;

import org.jspecify.annotations.NullMarked;
