/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A record of a kind that only newer versions know. */
record UnknownRecord(@JsonProperty(required = true) String type) implements ExchangeRecord {}
