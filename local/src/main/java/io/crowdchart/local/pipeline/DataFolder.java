package io.crowdchart.local.pipeline;

import io.crowdchart.embedded.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is kept: the data of Kafka, of the aggregation and of Redis, the vote secret, and which feed is played.
 * A temporary folder goes when the JVM ends; a kept one belongs to one runner at a time.
 */
public final class DataFolder implements AutoCloseable {

    private static final String SECRET = "vote-secret";
    private static final String FEED = "feed.properties";

    private final Path root;
    private final @Nullable FileChannel lock;

    private DataFolder(Path root, @Nullable FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** A folder that goes with the JVM, however that ends. */
    public static DataFolder temporary(Watchdog watchdog) {
        return new DataFolder(watchdog.newFolder("crowd-chart-"), null);
    }

    /**
     * A folder that stays; created if it is missing.
     *
     * @throws StartException if it cannot be used, or another runner uses it
     */
    public static DataFolder kept(Path folder) {
        try {
            Path root = Files.createDirectories(folder).toRealPath();
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StartException("--keep " + folder + ": another runner is using this folder");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new StartException("--keep " + folder + ": expected a folder to write to: " + e, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where it is. */
    public Path path() {
        return root;
    }

    /** The folder of one part, created if it is missing. */
    public Path of(String part) {
        try {
            return Files.createDirectories(root.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file to which a part writes its log. */
    public Path log(String part) {
        return of("logs").resolve(part + ".log");
    }

    /** The secret behind the pseudonyms; made at the first call, the same ever after. */
    public String voteSecret() {
        Path file = root.resolve(SECRET);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[32];
                new SecureRandom().nextBytes(secret);
                write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The feed that this folder knows, if it knows one already. */
    public Optional<PlayedFeed> playedFeed() {
        Path file = root.resolve(FEED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new PlayedFeed(
                properties.getProperty("name"),
                properties.getProperty("fingerprint"),
                Long.parseLong(properties.getProperty("startMillis"))));
    }

    /** Notes which feed is played here. */
    public void playedFeed(PlayedFeed feed) {
        write(
                root.resolve(FEED),
                "name=%s%nfingerprint=%s%nstartMillis=%d%n"
                        .formatted(feed.name().replace("\\", "\\\\"), feed.fingerprint(), feed.startMillis()));
    }

    /** Whole or not at all, also when the machine is stopped in the middle. */
    private static void write(Path file, String text) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A feed that was played into a folder.
     *
     * @param name what people call it
     * @param fingerprint a hash of its events
     * @param startMillis from when the built-in feed counts its time, in milliseconds since 1970
     */
    public record PlayedFeed(String name, String fingerprint, long startMillis) {}
}
