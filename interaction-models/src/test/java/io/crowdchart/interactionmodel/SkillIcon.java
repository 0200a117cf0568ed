package io.crowdchart.interactionmodel;

import java.awt.image.BufferedImage;

/**
 * The picture of the skill: a winners' podium whose bars are a chart, with a note on top. Drawn with plain arithmetic, so
 * that every machine makes the same pixels.
 */
final class SkillIcon {

    private static final int NIGHT = 0x1B1340;
    private static final int DUSK = 0x4B2A8C;
    private static final int GOLD = 0xFFC93C;
    private static final int SILVER = 0xE8E6F5;
    private static final int BRONZE = 0xF08A5D;

    /** Each pixel is the mean of this many points a side. */
    private static final int POINTS = 4;

    private static final int NOTHING = -1;

    private SkillIcon() {}

    static BufferedImage drawn(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, pixel(x, y, size));
            }
        }
        return image;
    }

    private static int pixel(int x, int y, int size) {
        int covered = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int point = 0; point < POINTS * POINTS; point++) {
            int column = point % POINTS;
            int row = point / POINTS;
            double across = (x + (column + 0.5) / POINTS) / size;
            double down = (y + (row + 0.5) / POINTS) / size;
            int colour = colourAt(across, down);
            if (colour != NOTHING) {
                covered++;
                red += (colour >> 16) & 0xFF;
                green += (colour >> 8) & 0xFF;
                blue += colour & 0xFF;
            }
        }
        if (covered == 0) {
            return 0;
        }
        int alpha = 255 * covered / (POINTS * POINTS);
        return (alpha << 24) | ((red / covered) << 16) | ((green / covered) << 8) | (blue / covered);
    }

    /** The colour at a place, both coordinates from 0 to 1, from the left and from the top. */
    private static int colourAt(double x, double y) {
        if (isBar(x, y, 0.385, 0.48)) {
            return GOLD;
        }
        if (isBar(x, y, 0.17, 0.58)) {
            return SILVER;
        }
        if (isBar(x, y, 0.60, 0.66)) {
            return BRONZE;
        }
        if (isNote(x, y)) {
            return GOLD;
        }
        return isIn(x - 0.5, y - 0.5, 0.5, 0.5) ? between(DUSK, NIGHT, y) : NOTHING;
    }

    private static boolean isBar(double x, double y, double left, double top) {
        double width = 0.23;
        double corner = 0.035;
        double floor = 0.80;
        if (x < left || x > left + width - 0.02 || y < top || y > floor) {
            return false;
        }
        double inner = Math.min(x - left, left + width - 0.02 - x);
        return inner > corner || y > top + corner || isIn(corner - inner, top + corner - y, corner, corner);
    }

    /** Two notes under one beam. */
    private static boolean isNote(double x, double y) {
        boolean heads = isHead(x - 0.425, y - 0.395) || isHead(x - 0.565, y - 0.365);
        boolean left = x > 0.461 && x < 0.484 && y > 0.18 && y < 0.395;
        boolean right = x > 0.601 && x < 0.624 && y > 0.15 && y < 0.365;
        double slope = 0.18 - 0.214 * (x - 0.461);
        boolean beam = x > 0.461 && x < 0.624 && y > slope && y < slope + 0.06;
        return heads || left || right || beam;
    }

    private static boolean isHead(double x, double y) {
        return isIn(x + 0.35 * y, y, 0.06, 0.043);
    }

    /** Whether a place, counted from the middle, is in an ellipse. */
    private static boolean isIn(double x, double y, double width, double height) {
        return x * x / (width * width) + y * y / (height * height) <= 1;
    }

    private static int between(int from, int to, double part) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int start = (from >> shift) & 0xFF;
            int end = (to >> shift) & 0xFF;
            colour |= (int) (start + (end - start) * part) << shift;
        }
        return colour;
    }
}
