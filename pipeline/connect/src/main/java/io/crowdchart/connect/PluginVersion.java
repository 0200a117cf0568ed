package io.crowdchart.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this plugin, as the build wrote it down. */
public final class PluginVersion {

    private static final String RESOURCE = "plugin.properties";

    private PluginVersion() {}

    /** The version, like {@code 1.0.0}. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = PluginVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the plugin was packed without " + RESOURCE);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's " + RESOURCE + " cannot be read", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
