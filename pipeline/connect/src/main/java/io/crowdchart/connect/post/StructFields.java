package io.crowdchart.connect.post;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** Reads the fields of a struct; what is wrong is said without any value, because values are what people wrote. */
final class StructFields {

    private final String what;
    private final Struct struct;

    StructFields(String what, Struct struct) {
        this.what = what;
        this.struct = struct;
    }

    String text(String name) {
        return value(name, String.class);
    }

    long int64(String name) {
        return value(name, Long.class);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object text : value(name, List.class)) {
            if (!(text instanceof String tag)) {
                throw new DataException("the field '" + name + "' of " + what + " holds texts");
            }
            texts.add(tag);
        }
        return texts;
    }

    private <T> T value(String name, Class<T> type) {
        Field field = struct.schema().field(name);
        Object value = field == null ? null : struct.get(field);
        if (!type.isInstance(value)) {
            throw new DataException(what + " needs the field '" + name + "' of type " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
