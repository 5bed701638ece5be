/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.pekko.http.scaladsl.model;

public final class HttpRequest {}
