/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import org.testcontainers.utility.DockerImageName;

/**
 * The images that each cluster needs.
 *
 * @param controller openwhisk/controller, or an image derived from it
 * @param invoker openwhisk/invoker, or an image derived from it
 * @param kafka apache/kafka, or an image with the same environment
 * @param mongo mongo, of a version that OpenWhisk's driver supports: 5 for example
 */
public record ClusterImages(
    DockerImageName controller,
    DockerImageName invoker,
    DockerImageName kafka,
    DockerImageName mongo) {}
