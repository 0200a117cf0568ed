package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.exception.ExceptionHandler;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.dispatcher.request.interceptor.RequestInterceptor;
import io.crowdchart.lambda.chart.PeriodReader;
import io.crowdchart.lambda.song.LiveSongs;
import io.crowdchart.lambda.title.TitleRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All handlers of the skill. */
public final class SkillHandlers {

    private SkillHandlers() {}

    /**
     * The request handlers, in the order in which they are tried; the last one takes everything.
     *
     * @param charts whom they ask
     * @param songs knows which songs people mean
     */
    public static List<RequestHandler> requestHandlers(PeriodReader charts, LiveSongs songs) {
        ChartTalk talk = new ChartTalk(charts);
        SongFinder finder = new SongFinder(songs);
        SongTalk songTalk = new SongTalk(talk, finder);
        ComparisonTalk comparisons = new ComparisonTalk(talk, finder);
        SongChoice choice = new SongChoice(songTalk, comparisons);
        PageHandler forward = PageHandler.forward(talk);
        List<RequestHandler> handlers = new ArrayList<>(List.of(
                new LaunchHandler(talk),
                new NumberOneHandler(talk),
                new TopSongsHandler(talk),
                forward,
                PageHandler.back(talk),
                new RankPositionHandler(talk, choice)));
        handlers.addAll(SongHandler.all(songTalk, choice));
        handlers.addAll(List.of(
                new TouchHandler(songTalk),
                new CompareSongsHandler(comparisons),
                MovementHandler.climbing(talk),
                MovementHandler.falling(talk),
                MovementHandler.newcomers(talk),
                new ChartSizeHandler(talk),
                new HowFreshHandler(talk),
                new YesHandler(forward, choice),
                new NoHandler(),
                new RepeatHandler(),
                new HelpHandler(),
                new FarewellHandler(),
                new FallbackHandler(),
                new SilentHandler(),
                new CatchAllHandler()));
        return List.copyOf(handlers);
    }

    /**
     * What makes the rules of the house hold for every response.
     *
     * @param rules which titles are said
     * @param songs the titles that Alexa is told of
     */
    public static RequestInterceptor rules(TitleRules rules, LiveSongs songs) {
        return new House(rules, Optional.of(new ToldTitles(songs, rules))).interceptor();
    }

    /** The handler of everything that the others throw. */
    public static ExceptionHandler exceptionHandler() {
        return new FaultHandler();
    }
}
