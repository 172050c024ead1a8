package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for tests, all of one authority: right, made out to another name, expired. */
final class TestKeys {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;

  private TestKeys(Path folder) {
    this.folder = folder;
  }

  static TestKeys generate(Path folder) throws IOException, InterruptedException {
    TestKeys keys = new TestKeys(folder);
    keys.generate("authority", "-ext", "bc:c");
    keys.generate("right", "-signer", "authority", "-ext", "SAN=dns:localhost");
    keys.generate("misnamed", "-signer", "authority", "-ext", "SAN=dns:smtp.orchard.example");
    keys.generate(
        "expired",
        "-signer",
        "authority",
        "-ext",
        "SAN=dns:localhost",
        "-startdate",
        "-2y",
        "-validity",
        "30");
    return keys;
  }

  /** For a server with that certificate; it and its clients believe the one authority. */
  SSLSocketFactory holding(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      all.load(in, PASSWORD);
    }
    KeyStore own = empty();
    own.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    KeyStore authority = empty();
    authority.setCertificateEntry("authority", all.getCertificate("authority"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authority);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private void generate(String alias, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    command.addAll(List.of(options));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }
}
