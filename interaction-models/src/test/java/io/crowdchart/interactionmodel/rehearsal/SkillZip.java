package io.crowdchart.interactionmodel.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * An uploaded package, unpacked.
 *
 * @param files content by path, with slashes
 */
record SkillZip(Map<String, byte[]> files) {

    private static final int END_LENGTH = 22;
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;

    static SkillZip of(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && files.put(entry.getName(), entries.readAllBytes()) != null) {
                    throw new IOException(entry.getName() + " is packed twice");
                }
            }
        }
        return new SkillZip(files);
    }

    /** The names of the entries that are links; their kind stands in the directory at the end of the file only. */
    static List<String> links(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        int entries = bytes.getShort(end + 10);
        int at = bytes.getInt(end + 16);
        List<String> links = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            int nameLength = bytes.getShort(at + 28);
            int mode = bytes.getShort(at + 40) & KIND;
            if (mode == LINK) {
                links.add(new String(zip, at + 46, nameLength, StandardCharsets.UTF_8));
            }
            at += 46 + nameLength + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return links;
    }

    byte[] file(String path) {
        return Objects.requireNonNull(
                files.get(path), () -> path + " is not in the package, which has " + files.keySet());
    }

    void unpackedTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** A folder, as it would look packed. */
    static SkillZip packed(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), bytes(file)));
        }
        return new SkillZip(files);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
