package io.crowdchart.lambda;

import io.crowdchart.cache.setting.Settings;
import java.util.Map;
import java.util.Optional;

/**
 * What the skill has to know, from environment variables. Its text has no secret in it.
 *
 * @param skillId the id that Alexa gave to the skill; requests to another id are refused ({@value #SKILL_ID})
 * @param charts how to read the charts
 */
public record SkillConfig(String skillId, ChartsConfig charts) {

    /** Required: the id of the skill, {@code amzn1.ask.skill.…}. */
    public static final String SKILL_ID = "SKILL_ID";

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
        return ChartsConfig.faultless(settings, charts.map(known -> new SkillConfig(skillId, known)));
    }
}
