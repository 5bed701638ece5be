/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.file;

import org.jspecify.annotations.NullMarked;
