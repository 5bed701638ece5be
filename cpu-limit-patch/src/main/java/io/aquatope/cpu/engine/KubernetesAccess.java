/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Access of a pod to the API server of its cluster, with the account that Kubernetes mounts into
 * it.
 *
 * @param server its address, without a path
 * @param namespace of the action pods
 * @param account the folder with {@code token} and {@code ca.crt}
 */
public record KubernetesAccess(String server, String namespace, Path account) {

  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  /**
   * The access that a pod of the cluster has by its service account.
   *
   * @param actionNamespace where OpenWhisk puts action pods; empty for the invoker's own namespace
   * @throws IllegalStateException outside of a cluster
   */
  public static KubernetesAccess inCluster(
      String actionNamespace, Map<String, String> environment) {
    String host = environment.get("KUBERNETES_SERVICE_HOST");
    String port = environment.get("KUBERNETES_SERVICE_PORT");
    if (host == null || port == null) {
      throw new IllegalStateException(
          "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set: CPU limits of pods can"
              + " only be changed from within their cluster");
    }
    String address = host.contains(":") ? "[" + host + "]" : host;
    try {
      String namespace =
          actionNamespace.isEmpty()
              ? Files.readString(ACCOUNT.resolve("namespace")).trim()
              : actionNamespace;
      return new KubernetesAccess("https://" + address + ":" + port, namespace, ACCOUNT);
    } catch (IOException e) {
      throw new IllegalStateException("no service account is mounted: " + e, e);
    }
  }

  /** The token. It is read each time, because Kubernetes renews it. */
  String token() throws IOException {
    return Files.readString(account.resolve("token")).trim();
  }

  /** Trusts only the certificate authority of the cluster. */
  public SSLContext trust() {
    try (InputStream in = Files.newInputStream(account.resolve("ca.crt"))) {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      int count = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        authorities.setCertificateEntry("authority-" + count++, authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(account.resolve("ca.crt") + " cannot be used: " + e, e);
    }
  }
}
