package io.crowdchart.operations.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every thing a number, from 0 on, the same one again for the same thing. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    int numberOf(T thing) {
        Integer known = numbers.putIfAbsent(thing, things.size());
        if (known != null) {
            return known;
        }
        things.add(thing);
        return things.size() - 1;
    }

    /** The number that it has; -1 if it has none. */
    int findNumberOf(T thing) {
        return numbers.getOrDefault(thing, -1);
    }

    T at(int number) {
        return things.get(number);
    }

    int size() {
        return things.size();
    }
}
