/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.http;

public interface BasicRasService extends BasicHttpService {}
