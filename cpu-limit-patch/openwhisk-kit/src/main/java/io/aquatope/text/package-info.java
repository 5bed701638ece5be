/* SPDX-License-Identifier: Apache-2.0 */
/** Prepares text that tenants wrote for messages and logs. */
@NullMarked
package io.aquatope.text;

import org.jspecify.annotations.NullMarked;
