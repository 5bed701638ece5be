/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import org.testcontainers.utility.DockerImageName;

/**
 * The images that an {@link OpenWhiskSchedulerCluster} needs beside those of each cluster.
 *
 * @param scheduler openwhisk/scheduler, or an image derived from it
 * @param etcd one with the programs etcd and etcdctl, for example quay.io/coreos/etcd
 */
public record SchedulerImages(DockerImageName scheduler, DockerImageName etcd) {}
