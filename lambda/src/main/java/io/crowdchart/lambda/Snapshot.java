package io.crowdchart.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.crowdchart.cache.read.ChartReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What happens around a snapshot: before it the skill answers one question, so that everything it needs is loaded, and then
 * forgets what must not be in many copies or grow old: its connection, its credentials, the charts that it remembers.
 *
 * <p>After a restore there is nothing to do: the first question connects, within the time that every answer has. Neither
 * step ever fails, with Redis or without: a version must be publishable while the cache is away.
 */
final class Snapshot implements Resource {

    private final RequestStreamHandler skill;
    private final DummyQuestion question;
    private final ChartReader charts;

    Snapshot(RequestStreamHandler skill, DummyQuestion question, ChartReader charts) {
        this.skill = skill;
        this.question = question;
        this.charts = charts;
    }

    /** Asks to be called. Where no snapshots are taken nothing comes of it. */
    void register() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try (var input = new ByteArrayInputStream(question.envelope())) {
            // There is no call that Lambda could tell about.
            skill.handleRequest(input, OutputStream.nullOutputStream(), null);
        } catch (IOException | RuntimeException e) {
            // A skill that is slow at first is better than none.
            System.err.println("The dummy question was not answered: " + e);
        } finally {
            charts.reset();
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The first question connects.
    }
}
