/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import org.bson.Document;

/** The users of an OpenWhisk whose entities are in MongoDB. */
record SubjectStore(String uri, String database) {

  private static final String COLLECTION = "whiskauth";

  /**
   * Adds a user with one namespace of the same name.
   *
   * @param key its two parts with a colon between them
   */
  void add(String name, String key) {
    int colon = key.indexOf(':');
    Document namespace =
        new Document("name", name)
            .append("uuid", key.substring(0, colon))
            .append("key", key.substring(colon + 1));
    try (MongoClient client = MongoClients.create(uri)) {
      client
          .getDatabase(database)
          .getCollection(COLLECTION)
          .insertOne(
              new Document("_id", name)
                  .append("subject", name)
                  .append("namespaces", List.of(namespace)));
    }
  }
}
