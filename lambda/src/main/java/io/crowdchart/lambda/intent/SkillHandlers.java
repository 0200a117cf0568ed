package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.exception.ExceptionHandler;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import io.crowdchart.lambda.chart.PeriodReader;
import java.util.ArrayList;
import java.util.List;

/** All handlers of the skill. */
public final class SkillHandlers {

    private SkillHandlers() {}

    /**
     * The request handlers, in the order in which they are tried; the last one takes everything.
     *
     * @param charts whom they ask
     */
    public static List<RequestHandler> requestHandlers(PeriodReader charts) {
        ChartTalk talk = new ChartTalk(charts);
        PageHandler forward = PageHandler.forward(talk);
        List<RequestHandler> handlers = new ArrayList<>(List.of(
                new LaunchHandler(talk),
                new NumberOneHandler(talk),
                new TopSongsHandler(talk),
                forward,
                PageHandler.back(talk),
                new RankPositionHandler(talk)));
        handlers.addAll(SongHandler.all(talk));
        handlers.addAll(List.of(
                new TouchHandler(SongHandler.touched(talk)),
                new CompareSongsHandler(talk),
                MovementHandler.climbing(talk),
                MovementHandler.falling(talk),
                MovementHandler.newcomers(talk),
                new ChartSizeHandler(talk),
                new HowFreshHandler(talk),
                new YesHandler(forward),
                new RepeatHandler(),
                new HelpHandler(),
                new FarewellHandler(),
                new FallbackHandler(),
                new SilentHandler(),
                new CatchAllHandler()));
        return List.copyOf(handlers);
    }

    /** The handler of everything that the others throw. */
    public static ExceptionHandler exceptionHandler() {
        return new FaultHandler();
    }
}
