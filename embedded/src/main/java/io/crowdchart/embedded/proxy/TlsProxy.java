package io.crowdchart.embedded.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** Speaks TLS on 127.0.0.1 and passes everything on to a server there that does not. Safe for use by many threads. */
public final class TlsProxy implements AutoCloseable {

    /** The password of every store that is made here. */
    public static final String PASSWORD = "password";

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket listener;
    private final int upstream;

    private TlsProxy(ServerSocket listener, int upstream) {
        this.listener = listener;
        this.upstream = upstream;
    }

    /**
     * Starts a proxy on a free port of 127.0.0.1.
     *
     * @param keystore has its key and certificate, see {@link #keystore}
     * @param upstream the port of the server
     */
    public static TlsProxy start(Path keystore, int upstream) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            var proxy = new TlsProxy(
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    upstream);
            daemon("tls-proxy", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the keystore cannot be read, or 127.0.0.1 has no free port", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keystore " + keystore + " is of no use", e);
        }
    }

    /**
     * Makes a key and a certificate for one name.
     *
     * @param folder where the store goes
     * @param subjectAlternativeName as keytool writes it: {@code ip:127.0.0.1}
     */
    public static Path keystore(Path folder, String subjectAlternativeName) {
        Path keystore = folder.resolve("keys.p12");
        try {
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            "server",
                            "-dname",
                            "CN=server",
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
        } catch (IOException e) {
            throw new UncheckedIOException("keytool cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keytool made a key", e);
        }
    }

    /** Makes a store beside it that trusts its certificate: for {@code javax.net.ssl.trustStore}. */
    public static Path truststore(Path keystore) {
        Path truststore = keystore.resolveSibling("trusted.p12");
        try (var output = Files.newOutputStream(truststore)) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "server",
                    KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray())
                            .getCertificate("server"));
            trusted.store(output, PASSWORD.toCharArray());
            return truststore;
        } catch (IOException e) {
            throw new UncheckedIOException("the stores cannot be read and written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keystore " + keystore + " is of no use", e);
        }
    }

    /** Always 127.0.0.1. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port for clients. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            sockets.add(client);
            daemon("tls-proxy-requests", () -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            sockets.add(server);
            daemon("tls-proxy-answers", () -> pass(server, client));
            pass(client, server);
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            input.transferTo(to.getOutputStream());
        }
    }

    private static void daemon(String name, Loop loop) {
        Line.daemon(name, () -> {
            try {
                loop.run();
            } catch (IOException e) {
                // Closed, by either side or by who started it.
                return;
            }
        });
    }

    /** Breaks all connections and takes no more. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy cannot be closed", e);
        }
    }

    private interface Loop {
        void run() throws IOException;
    }
}
