package dev.codexrunner.report.html;

import java.util.List;
import java.util.Optional;

/**
 * When what was done, as the page shows it.
 *
 * @param kept of how many steps it tells, where the record keeps only some
 * @param sums in words what the drawing shows
 * @param fewTicks the axis where there is little room
 */
record Timeline(
        Optional<String> kept,
        List<Lane> lanes,
        List<Page.Link> longest,
        List<Sum> sums,
        List<Tick> ticks,
        List<Tick> fewTicks) {

    boolean hasLongest() {
        return !longest.isEmpty();
    }

    record Lane(String name, List<Bar> bars) {}

    /** @param failed marked by colour and by its height */
    record Bar(String x, String width, boolean failed) {}

    record Sum(String name, String count, String total, String longest) {}

    /**
     * @param x in percent of the axis
     * @param anchor where the text stands: {@code start} begins there, {@code end} ends there
     */
    record Tick(String x, String anchor, String text) {}
}
