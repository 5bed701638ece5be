/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.cluster;

import org.jspecify.annotations.NullMarked;
