package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.interceptor.RequestInterceptor;
import io.crowdchart.lambda.title.TitleRules;
import java.util.Optional;

/**
 * What holds for every response, whichever handler makes it.
 *
 * @param rules which titles are said
 * @param told which titles Alexa is told of; nothing if none
 */
record House(TitleRules rules, Optional<ToldTitles> told) {

    /** Where nobody has said what holds. */
    static final House STRICT = new House(TitleRules.DEFAULT, Optional.empty());

    private static final String ATTRIBUTE = "house";

    /** What holds for a request. */
    static House of(HandlerInput input) {
        return input.getAttributesManager().getRequestAttributes().get(ATTRIBUTE) instanceof House house
                ? house
                : STRICT;
    }

    /** Makes it hold for every request. */
    RequestInterceptor interceptor() {
        return new RequestInterceptor() {
            @Override
            public void process(HandlerInput input) {
                input.getAttributesManager().getRequestAttributes().put(ATTRIBUTE, House.this);
            }
        };
    }
}
