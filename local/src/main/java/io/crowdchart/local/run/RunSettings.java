package io.crowdchart.local.run;

import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.local.pipeline.Plugin;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param feed the file to play; empty: the built-in feed
 * @param live whether to listen to the public network instead
 * @param hashtag under which tag people vote
 * @param zone the time zone of the chart
 * @param model what people can say where they ask
 * @param questions what to ask once the feed has arrived
 * @param chart where to write the chart; empty: nowhere
 * @param once whether to end when all that is done
 * @param port the skill's HTTP port; 0: a free one
 * @param keep the folder that stays; empty: a temporary one
 * @param plugin the Connect plugin
 * @param running the folder in which to leave where everything is; empty: nowhere
 * @param terminal whether a person sits at the other end
 * @param titles which titles are said
 */
record RunSettings(
        Optional<Path> feed,
        boolean live,
        String hashtag,
        ZoneId zone,
        InteractionModel model,
        List<String> questions,
        Optional<Path> chart,
        boolean once,
        int port,
        Optional<Path> keep,
        Plugin plugin,
        Optional<Path> running,
        boolean terminal,
        TitleRules titles) {}
