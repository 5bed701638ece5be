/* SPDX-License-Identifier: Apache-2.0 */
/** Watches files that operators edit while the plugin runs. */
@NullMarked
package io.aquatope.file;

import org.jspecify.annotations.NullMarked;
