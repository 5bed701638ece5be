/* SPDX-License-Identifier: Apache-2.0 */
/**
 * OpenWhisk under Testcontainers: start one with a plugin in its class path, put actions into it,
 * invoke them, and look at what their activations say and at the containers that ran them.
 */
@NullMarked
package io.aquatope.testcontainers;

import org.jspecify.annotations.NullMarked;
