package io.crowdchart.connect.jetstream;

import java.util.List;

/**
 * The collections that hold posts.
 *
 * @param names their names, or prefixes that end in {@code .*}
 */
record WantedCollections(List<String> names) {

    WantedCollections {
        names = List.copyOf(names);
    }

    boolean contains(String collection) {
        for (String name : names) {
            boolean prefix = name.endsWith(".*");
            if (prefix ? collection.startsWith(name.substring(0, name.length() - 1)) : name.equals(collection)) {
                return true;
            }
        }
        return false;
    }
}
