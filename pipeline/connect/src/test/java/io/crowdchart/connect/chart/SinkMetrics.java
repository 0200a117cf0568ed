package io.crowdchart.connect.chart;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The metrics of the sink's tasks in this JVM. */
final class SinkMetrics {

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private SinkMetrics() {}

    /** Summed over all tasks. */
    static long of(String name) {
        return sum(name, "connector=chart-sink,*");
    }

    /** Summed over all tasks. */
    static long rebuilds(String reason) {
        return sum("rebuilds-total", "connector=chart-sink,reason=" + reason + ",*");
    }

    private static long sum(String name, String beans) {
        try {
            Set<ObjectName> found = BEANS.queryNames(new ObjectName("kafka.connect:type=plugins," + beans), null);
            long sum = 0;
            boolean known = false;
            for (ObjectName bean : found) {
                boolean has = Arrays.stream(BEANS.getMBeanInfo(bean).getAttributes())
                        .anyMatch(attribute -> attribute.getName().equals(name));
                if (has) {
                    known = true;
                    sum += (Long) BEANS.getAttribute(bean, name);
                }
            }
            if (!known) {
                throw new AssertionError("no metric " + name + " among " + found);
            }
            return sum;
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }
}
