/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

/**
 * A healthy invoker of the cluster.
 *
 * @param number its number
 * @param resources what it has
 * @param healthySinceMicros when it was seen as healthy after it had not been
 */
public record ClusterInvoker(int number, InvokerResources resources, long healthySinceMicros) {}
