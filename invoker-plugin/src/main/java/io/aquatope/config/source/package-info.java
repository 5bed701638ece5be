/* SPDX-License-Identifier: Apache-2.0 */
/** Configurations as operators hold them: files, environments of processes, named files. */
@NullMarked
package io.aquatope.config.source;

import org.jspecify.annotations.NullMarked;
