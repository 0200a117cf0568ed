package io.crowdchart.lambda;

import com.amazon.ask.SkillStreamHandler;
import com.amazon.ask.Skills;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.lambda.chart.PeriodReader;
import io.crowdchart.lambda.intent.SkillHandlers;
import io.crowdchart.lambda.song.LiveSongs;
import io.crowdchart.lambda.title.TitleRules;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The entry point of the Lambda function: reads a request envelope, writes a response envelope. Safe for use by many threads
 * as long as its reader is.
 *
 * <p>A request to another skill id, of an unknown type or without a context is an {@link
 * com.amazon.ask.exception.AskSdkException} or another error of the function; every other request gets words.
 */
public final class ChartSkillHandler extends SkillStreamHandler {

    /** Those who call it keep no more than a weak reference. */
    private final Snapshot snapshot;

    /**
     * The skill as Lambda makes it, configured by the environment; connects to nothing before the first question, or before a
     * snapshot is taken of it.
     *
     * @throws IllegalArgumentException if the environment is wrong; the message names every fault
     */
    public ChartSkillHandler() {
        this(SkillConfig.fromEnvironment());
    }

    private ChartSkillHandler(SkillConfig config) {
        this(config.skillId(), config.charts().reader(Clock.systemUTC()), Clock.systemUTC(), config.titles());
        // The words to look for are read now, and not when the first title is to be said.
        var unused = config.titles().isSaid("", Locale.ENGLISH);
        snapshot.register();
    }

    /** A skill that answers from a reader, for a host who wishes nothing about titles. */
    public ChartSkillHandler(String skillId, ChartReader charts, Clock clock) {
        this(skillId, charts, clock, TitleRules.DEFAULT);
    }

    /**
     * A skill that answers from a reader. The reader stays with whom it belongs to and is not closed.
     *
     * @param skillId the id that requests must have
     * @param charts answers the questions
     * @param clock tells which day and which hour it is
     * @param titles which titles are said
     */
    public ChartSkillHandler(String skillId, ChartReader charts, Clock clock, TitleRules titles) {
        this(skillId, charts, clock, titles, new LiveSongs(charts, clock));
    }

    private ChartSkillHandler(String skillId, ChartReader charts, Clock clock, TitleRules titles, LiveSongs songs) {
        super(Skills.custom()
                .withSkillId(skillId)
                .addRequestInterceptor(SkillHandlers.rules(titles, songs))
                .addRequestHandlers(
                        SkillHandlers.requestHandlers(new PeriodReader(charts, clock, ZoneOffset.UTC), songs)
                                .toArray(RequestHandler[]::new))
                .addExceptionHandler(SkillHandlers.exceptionHandler())
                .build());
        snapshot = new Snapshot(this, new DummyQuestion(skillId), charts);
    }
}
