package io.crowdchart.operations.count;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A number for each of millions of numbers, in 16 to 24 bytes each; as objects they would not fit into memory. It is made of
 * parts that grow one by one, so that growing takes little memory. Not safe for use by many threads.
 */
final class LongTable {

    private static final int PART_BITS = 6;

    private final Part[] parts = Stream.generate(Part::new).limit(1 << PART_BITS).toArray(Part[]::new);

    /** What stands at a key, which must not be below 0; 0 if nothing does. */
    int get(long key) {
        long hash = hash(key);
        return part(hash).get(key, hash);
    }

    /** Adds to what stands at a key, and gives what does now. A key keeps its place, also at 0. */
    int add(long key, int by) {
        long hash = hash(key);
        return part(hash).add(key, hash, by);
    }

    private Part part(long hash) {
        return parts[(int) (hash >>> (Long.SIZE - PART_BITS))];
    }

    private static long hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    }

    /** Keys that begin with the same bits of the hash. */
    private static final class Part {

        private static final int FIRST_SIZE = 32;
        private static final long FREE = -1;

        private long[] keys = free(FIRST_SIZE);
        private int[] values = new int[FIRST_SIZE];
        private int used;

        private static long[] free(int size) {
            long[] keys = new long[size];
            Arrays.fill(keys, FREE);
            return keys;
        }

        int get(long key, long hash) {
            return values[place(keys, key, hash)];
        }

        int add(long key, long hash, int by) {
            int place = place(keys, key, hash);
            if (keys[place] == FREE) {
                if (4L * (used + 1) > 3L * keys.length) {
                    grow();
                    place = place(keys, key, hash);
                }
                keys[place] = key;
                used++;
            }
            values[place] += by;
            return values[place];
        }

        private void grow() {
            int size = keys.length + keys.length / 2;
            long[] largerKeys = free(size);
            int[] largerValues = new int[size];
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != FREE) {
                    int place = place(largerKeys, keys[i], hash(keys[i]));
                    largerKeys[place] = keys[i];
                    largerValues[place] = values[i];
                }
            }
            keys = largerKeys;
            values = largerValues;
        }

        private static int place(long[] table, long key, long hash) {
            // The 32 bits after those that chose the part, as a fraction of the table.
            int place = (int) (((hash >>> (Integer.SIZE - PART_BITS) & 0xFFFFFFFFL) * table.length) >>> Integer.SIZE);
            while (table[place] != FREE && table[place] != key) {
                place = place + 1 == table.length ? 0 : place + 1;
            }
            return place;
        }
    }
}
