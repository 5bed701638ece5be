/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Facts that all invokers under OpenWhisk's scheduler learn of each other from etcd, and the
 * division of the preparation of containers among them. They need not ask each other.
 */
@NullMarked
package io.aquatope.cluster;

import org.jspecify.annotations.NullMarked;
