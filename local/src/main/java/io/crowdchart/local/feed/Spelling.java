package io.crowdchart.local.feed;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The many ways in which people write the same title. */
enum Spelling {
    AS_PRINTED {
        @Override
        String of(String title) {
            return title;
        }
    },
    SMALL {
        @Override
        String of(String title) {
            return title.toLowerCase(Locale.ROOT);
        }
    },
    CAPITALS {
        @Override
        String of(String title) {
            return title.toUpperCase(Locale.ROOT);
        }
    },
    WIDE_SPACES {
        @Override
        String of(String title) {
            return "  " + title.replace(" ", "   ") + "\u00A0";
        }
    },
    CURLY_QUOTES {
        @Override
        String of(String title) {
            return title.replace('\'', '’');
        }
    },
    NO_QUOTES {
        @Override
        String of(String title) {
            return title.replace("'", "");
        }
    },
    DECOMPOSED {
        @Override
        String of(String title) {
            return Normalizer.normalize(title, Form.NFD);
        }
    },
    REMASTERED {
        @Override
        String of(String title) {
            return title + " (Remastered 2009)";
        }
    },
    RADIO_EDIT {
        @Override
        String of(String title) {
            return title + " - Radio Edit";
        }
    },
    OFFICIAL_VIDEO {
        @Override
        String of(String title) {
            return title + " (Official Music Video)";
        }
    },
    WITH_GUEST {
        @Override
        String of(String title) {
            return title + " feat. The Night Owls";
        }
    },
    WITH_GUEST_IN_BRACKETS {
        @Override
        String of(String title) {
            return title + " (ft. The Night Owls)";
        }
    };

    private static final List<Spelling> ALL = List.of(values());

    /** This way of writing a title; the song stays the same. */
    abstract String of(String title);

    /** A title as somebody may write it: as printed every other time. */
    static String any(String title, Random random) {
        return random.nextBoolean()
                ? title
                : ALL.get(random.nextInt(ALL.size())).of(title);
    }
}
