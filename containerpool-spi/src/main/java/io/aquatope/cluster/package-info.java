/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What all invokers under OpenWhisk's scheduler know of each other from etcd, and how they divide
 * the preparation of containers without asking each other.
 */
@NullMarked
package io.aquatope.cluster;

import org.jspecify.annotations.NullMarked;
