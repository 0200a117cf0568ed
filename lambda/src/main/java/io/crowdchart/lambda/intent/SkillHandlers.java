package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.exception.ExceptionHandler;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import io.crowdchart.cache.read.ChartReader;
import java.util.List;

/** All handlers of the skill. */
public final class SkillHandlers {

    private SkillHandlers() {}

    /**
     * The request handlers, in the order in which they are tried; the last one takes everything.
     *
     * @param charts whom they ask
     */
    public static List<RequestHandler> requestHandlers(ChartReader charts) {
        ChartTalk talk = new ChartTalk(charts);
        return List.of(
                new LaunchHandler(talk),
                new NumberOneHandler(talk),
                new TopSongsHandler(talk),
                new SongRankHandler(talk),
                new RankPositionHandler(talk),
                new HowFreshHandler(talk),
                new HelpHandler(),
                new FarewellHandler(),
                new FallbackHandler(),
                new SilentHandler(),
                new CatchAllHandler());
    }

    /** The handler of everything that the others throw. */
    public static ExceptionHandler exceptionHandler() {
        return new FaultHandler();
    }
}
