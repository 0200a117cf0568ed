package io.crowdchart.lambda.intent;

import com.amazon.ask.model.Slot;
import com.amazon.ask.model.slu.entityresolution.Resolution;
import com.amazon.ask.model.slu.entityresolution.Resolutions;
import com.amazon.ask.model.slu.entityresolution.StatusCode;
import com.amazon.ask.model.slu.entityresolution.Value;
import com.amazon.ask.model.slu.entityresolution.ValueWrapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which values of its type Alexa has found in a slot. */
final class ResolvedValues {

    private static final String TOLD = "amzn1.er-authority.echo-sdk.dynamic";

    private ResolvedValues() {}

    /** Their ids, the best first. Of everything that Alexa leaves out there is none. */
    static Stream<String> ids(Slot slot) {
        return ids(slot, any -> true);
    }

    private static Stream<String> ids(Slot slot, Predicate<Resolution> from) {
        return Optional.ofNullable(slot.getResolutions()).map(Resolutions::getResolutionsPerAuthority).stream()
                .flatMap(List::stream)
                .filter(from.and(ResolvedValues::isMatch))
                .flatMap(resolution -> Optional.ofNullable(resolution.getValues()).stream())
                .flatMap(List::stream)
                .flatMap(value -> Optional.ofNullable(value).map(ValueWrapper::getValue).map(Value::getId).stream());
    }

    /** The ids of the values that a skill has told Alexa of in this session, the best first. */
    static Stream<String> toldIds(Slot slot) {
        return ids(slot, ResolvedValues::isTold);
    }

    private static boolean isTold(Resolution resolution) {
        return resolution.getAuthority() != null && resolution.getAuthority().startsWith(TOLD);
    }

    private static boolean isMatch(Resolution resolution) {
        return resolution.getStatus() != null && resolution.getStatus().getCode() == StatusCode.ER_SUCCESS_MATCH;
    }
}
