/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.ibm.etcd.api.KeyValue;
import com.typesafe.config.Config;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.etcd.EtcdClient;
import org.apache.openwhisk.core.etcd.EtcdClient$;
import org.apache.openwhisk.core.etcd.EtcdConfig;
import org.apache.openwhisk.core.etcd.EtcdWorker$;
import org.apache.openwhisk.core.service.DataManagementService$;
import org.apache.openwhisk.core.service.LeaseKeepAliveService$;
import org.apache.openwhisk.core.service.WatcherService$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/**
 * OpenWhisk's services on etcd.
 *
 * @param watcher service that watches all keys
 * @param data service that stores keys, under the invoker's lease
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public record EtcdServices(
    EtcdClient client, ActorRef watcher, ActorRef data, ExecutionContext context) {

  /** Path of the addresses, which have no default. */
  public static final String HOSTS = "whisk.etcd.hosts";

  private static final String USERNAME = "whisk.etcd.username";
  private static final String PASSWORD = "whisk.etcd.password";

  /** Starts the services, in the order of OpenWhisk's own invoker. */
  public static EtcdServices start(Config config, InvokerContext context) {
    ActorSystem system = context.system();
    Logging logging = context.logging();
    EtcdClient client =
        EtcdClient$.MODULE$.apply(
            new EtcdConfig(
                config.getString(HOSTS), optional(config, USERNAME), optional(config, PASSWORD)),
            system.dispatcher());
    ActorRef watcher = system.actorOf(WatcherService$.MODULE$.props(client, logging, system));
    ActorRef lease =
        system.actorOf(
            LeaseKeepAliveService$.MODULE$.props(
                client, context.instance(), watcher, logging, system));
    ActorRef data =
        system.actorOf(
            DataManagementService$.MODULE$.props(
                watcher,
                parent ->
                    parent.actorOf(
                        EtcdWorker$.MODULE$.props(
                            client, lease, system.dispatcher(), system, logging)),
                logging,
                system));
    return new EtcdServices(client, watcher, data, system.dispatcher());
  }

  private static Option<String> optional(Config config, String path) {
    return config.hasPath(path) ? Option.apply(config.getString(path)) : Option.empty();
  }

  /** All keys with a prefix, with their values. */
  Future<Map<String, String>> keys(String prefix) {
    return client.getPrefix(prefix).map(found -> texts(found.getKvsList()), context);
  }

  private static Map<String, String> texts(List<KeyValue> entries) {
    Map<String, String> texts = new HashMap<>();
    for (KeyValue entry : entries) {
      texts.put(entry.getKey().toStringUtf8(), entry.getValue().toStringUtf8());
    }
    return texts;
  }
}
