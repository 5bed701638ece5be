/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.grpc;

public interface ActivationServiceClient {}
