/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.testcontainers;

import org.jspecify.annotations.NullMarked;
