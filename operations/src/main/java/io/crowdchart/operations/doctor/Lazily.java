package io.crowdchart.operations.doctor;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is opened when it is first needed, and closed if it was. One thread. */
final class Lazily<T> implements Supplier<T>, AutoCloseable {

    private final Supplier<T> opening;
    private final Consumer<T> closing;
    private @Nullable T opened;

    Lazily(Supplier<T> opening, Consumer<T> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    @Override
    public T get() {
        T present = opened;
        if (present == null) {
            present = opening.get();
            opened = present;
        }
        return present;
    }

    @Override
    public void close() {
        if (opened != null) {
            closing.accept(opened);
        }
    }
}
