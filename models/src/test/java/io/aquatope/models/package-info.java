/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.models;

import org.jspecify.annotations.NullMarked;
