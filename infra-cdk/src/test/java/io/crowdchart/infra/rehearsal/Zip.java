package io.crowdchart.infra.rehearsal;

import io.crowdchart.infra.rehearsal.aws.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads zips that were uploaded. */
final class Zip {

    private Zip() {}

    /** The bytes of its files by name. */
    static Map<String, Bytes> contents(byte[] zip) {
        Map<String, Bytes> contents = new TreeMap<>();
        try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                if (!entry.isDirectory()) {
                    contents.put(entry.getName(), Bytes.of(input.readAllBytes()));
                }
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the files in a folder by name, as its zip has to have them. */
    static Map<String, Bytes> contentsOf(Path folder) {
        Map<String, Bytes> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Bytes.of(Files.readAllBytes(file)));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks a zip into a new folder. */
    static Path unpack(byte[] zip, Path folder) {
        contents(zip).forEach((name, bytes) -> {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw new AssertionError(name + " leads out of its zip");
            }
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes.toArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }
}
