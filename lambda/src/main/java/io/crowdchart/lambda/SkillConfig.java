package io.crowdchart.lambda;

import io.crowdchart.cache.setting.Settings;
import io.crowdchart.lambda.title.Catalogue;
import io.crowdchart.lambda.title.ProfanityMode;
import io.crowdchart.lambda.title.TitleRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the skill has to know, from environment variables. Its text has no secret in it.
 *
 * @param skillId the id that Alexa gave to the skill; requests to another id are refused ({@value #SKILL_ID})
 * @param charts how to read the charts
 * @param titles which titles are said ({@value #CHART_PROFANITY}, {@value #CHART_CATALOGUE})
 */
public record SkillConfig(String skillId, ChartsConfig charts, TitleRules titles) {

    /** Required: the id of the skill, {@code amzn1.ask.skill.…}. */
    public static final String SKILL_ID = "SKILL_ID";

    /** What becomes of titles with profanity: hide, bleep, catalogue or off; default hide. */
    public static final String CHART_PROFANITY = "CHART_PROFANITY";

    /** The file with the titles that are said, one a line in UTF-8; with {@code catalogue} required, else not allowed. */
    public static final String CHART_CATALOGUE = "CHART_CATALOGUE";

    /** The configuration of this process. */
    public static SkillConfig fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * The configuration that variables describe; a blank variable counts as missing.
     *
     * @throws IllegalArgumentException if something is missing or wrong; the message names every fault and no secret
     */
    public static SkillConfig from(Map<String, String> environment) {
        var settings = new Settings(environment);
        String skillId = settings.required(SKILL_ID);
        Optional<ChartsConfig> charts = ChartsConfig.read(settings);
        Optional<TitleRules> titles = titles(settings);
        return ChartsConfig.faultless(
                settings, charts.flatMap(known -> titles.map(rules -> new SkillConfig(skillId, known, rules))));
    }

    private static Optional<TitleRules> titles(Settings settings) {
        ProfanityMode mode = settings.value(
                        CHART_PROFANITY,
                        "hide, bleep, catalogue or off",
                        name -> ProfanityMode.named(name).orElse(null))
                .orElse(ProfanityMode.HIDE);
        if (mode == ProfanityMode.CATALOGUE) {
            return catalogue(settings, settings.required(CHART_CATALOGUE));
        }
        if (settings.text(CHART_CATALOGUE).isPresent()) {
            settings.fault(CHART_CATALOGUE + " is only for " + CHART_PROFANITY + " = catalogue, which is " + mode);
        }
        return Optional.of(TitleRules.of(mode));
    }

    private static Optional<TitleRules> catalogue(Settings settings, String file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TitleRules.only(Catalogue.in(Path.of(file))));
        } catch (IllegalArgumentException e) {
            settings.fault(CHART_CATALOGUE + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
