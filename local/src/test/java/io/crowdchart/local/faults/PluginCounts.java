package io.crowdchart.local.faults;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the plugins of the worker in this JVM count, as an operator sees it over JMX. */
final class PluginCounts {

    private static final String PLUGINS = "kafka.connect:type=plugins,*";

    private PluginCounts() {}

    /** Pairs like {@code bad-events-total:malformed=3}, with blanks between them; counts of several tasks are added up. */
    static String now() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            Map<String, Long> counts = new TreeMap<>();
            for (ObjectName name : server.queryNames(new ObjectName(PLUGINS), null)) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    if (server.getAttribute(name, attribute.getName()) instanceof Number count) {
                        counts.merge(nameOf(name, attribute), count.longValue(), Long::sum);
                    }
                }
            }
            StringJoiner line = new StringJoiner(" ");
            counts.forEach((name, count) -> line.add(name + "=" + count));
            return line.toString();
        } catch (JMException e) {
            throw new IllegalStateException("the counts of the plugins cannot be read", e);
        }
    }

    private static String nameOf(ObjectName name, MBeanAttributeInfo attribute) {
        String reason = name.getKeyProperty("reason");
        return attribute.getName() + (reason == null ? "" : ":" + reason);
    }

    /** Reads what {@link #now} says. */
    static Map<String, Long> read(String line) {
        return Arrays.stream(line.split(" "))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    }
}
