/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.spi;

public interface Spi {}
