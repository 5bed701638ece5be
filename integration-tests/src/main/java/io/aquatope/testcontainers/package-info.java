/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Runs OpenWhisk under Testcontainers. A test starts an OpenWhisk with a plugin in its class path,
 * uploads and invokes actions, and inspects their activations and the containers that ran them.
 */
@NullMarked
package io.aquatope.testcontainers;

import org.jspecify.annotations.NullMarked;
