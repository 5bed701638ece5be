/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import org.testcontainers.utility.DockerImageName;

/**
 * The images of an {@link OpenWhiskCluster}.
 *
 * @param controller openwhisk/controller, or one that is made like it
 * @param invoker openwhisk/invoker, or one that is made like it
 * @param kafka apache/kafka, or one that takes the same environment
 * @param mongo mongo, of a version that OpenWhisk's driver knows: 5 for example
 */
public record ClusterImages(
    DockerImageName controller,
    DockerImageName invoker,
    DockerImageName kafka,
    DockerImageName mongo) {}
