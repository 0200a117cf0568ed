package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder that {@code ask deploy} uploads, and what of it is generated. */
final class SkillPackage {

    static final Path FOLDER = Path.of("..", "skill-package");
    static final Path MODELS = FOLDER.resolve(Path.of("interactionModels", "custom"));
    static final Path IMAGES = FOLDER.resolve(Path.of("assets", "images"));

    /** The sides of the icons, in pixels. */
    static final List<Integer> ICONS = List.of(108, 512);

    /** The command that writes anew what is generated. */
    static final String COMMAND = "./mvnw -q -pl interaction-models -am test -Dtest=SkillPackageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwrite.skill-package=true";

    private SkillPackage() {}

    static Path icon(int size) {
        return IMAGES.resolve("icon-" + size + ".png");
    }

    /** The models of all languages. */
    static List<InteractionModel> languages() {
        return Languages.all().stream().map(InteractionModel::of).toList();
    }

    /** The generated models by the name of their file. */
    static Map<String, String> models() {
        Map<String, String> models = new TreeMap<>();
        for (InteractionModel language : languages()) {
            for (LocaleModel model : LocaleModel.of(language)) {
                assertThat(models.put(model.locale() + ".json", model.json()))
                        .as("%s is made from two sources", model.locale())
                        .isNull();
            }
        }
        return models;
    }
}
