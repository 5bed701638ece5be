/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

/** The name of {@link AcknowledgementMessage} in OpenWhisk before October 2024. */
public abstract class AcknowledegmentMessage implements Message {}
