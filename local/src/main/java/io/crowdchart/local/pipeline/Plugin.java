package io.crowdchart.local.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The unpacked Connect plugin, the one that is deployed elsewhere as a zip.
 *
 * @param folder has {@code lib} with its jars and {@code etc} with the configurations of the connectors
 */
public record Plugin(Path folder) {

    /**
     * The only plugin in a folder of plugins.
     *
     * @throws StartException if there is none, or more than one
     */
    public static Plugin in(Path plugins) {
        try (var entries = Files.list(plugins)) {
            List<Path> found = entries.filter(entry -> Files.isDirectory(entry.resolve("lib")))
                    .toList();
            if (found.size() != 1) {
                throw new StartException("expected one plugin in " + plugins + ", found " + found.size());
            }
            return new Plugin(found.get(0).toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new StartException("expected a folder with the Connect plugin: " + plugins, e);
        }
    }

    /** What a worker takes as its {@code plugin.path}. */
    Path path() {
        return folder.resolveSibling("");
    }

    /** The configuration of a connector, as Connect's REST interface takes it. */
    String connector(String name) {
        Path file = folder.resolve("etc").resolve(name + ".json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("expected the configuration of a connector in " + file, e);
        }
    }
}
