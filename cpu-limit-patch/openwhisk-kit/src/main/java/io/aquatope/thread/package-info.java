/* SPDX-License-Identifier: Apache-2.0 */
/** Threads of the plugin: periodic tasks, and reports of their failures. */
@NullMarked
package io.aquatope.thread;

import org.jspecify.annotations.NullMarked;
