package io.crowdchart.cache;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Speaks TLS on one side and passes everything on to a server that does not. */
final class TlsProxy implements AutoCloseable {

    static final String PASSWORD = "password";

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket listener;
    private final int target;

    TlsProxy(Path keystore, int target) throws IOException, GeneralSecurityException {
        this.target = target;
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listener = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SocketLoop.start("tls listener", this::accept);
    }

    /** Makes a key and a certificate for one name, and a store of those that trust it. */
    static Path keystore(Path folder, String subjectAlternativeName) throws IOException, InterruptedException {
        Path keystore = folder.resolve("keys.p12");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "redis",
                        "-dname",
                        "CN=redis",
                        "-ext",
                        "SAN=" + subjectAlternativeName,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keystore.toString())
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(keystore)) {
            throw new IllegalStateException("keytool ended with " + exit);
        }
        return keystore;
    }

    /** The certificate of a keystore as one to trust. */
    static Path truststore(Path keystore) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "redis",
                KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()).getCertificate("redis"));
        Path truststore = keystore.resolveSibling("trusted.p12");
        try (var output = Files.newOutputStream(truststore)) {
            trusted.store(output, PASSWORD.toCharArray());
        }
        return truststore;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            SocketLoop.start("tls to redis", () -> pass(client, server));
            SocketLoop.start("redis to tls", () -> pass(server, client));
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            input.transferTo(to.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
