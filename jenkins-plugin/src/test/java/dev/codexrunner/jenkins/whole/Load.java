package dev.codexrunner.jenkins.whole;

import java.io.IOException;

/**
 * What a controller uses.
 *
 * @param threads alive
 * @param heapBytes of the objects that are reachable: what a busy controller throws away in the meantime does not count
 */
record Load(int threads, long heapBytes) {

    private static final String ASK = """
            def live = java.lang.management.ManagementFactory.platformMBeanServer.invoke(
                new javax.management.ObjectName('com.sun.management:type=DiagnosticCommand'),
                'gcClassHistogram', [[] as String[]] as Object[], [String[].class.name] as String[])
            def total = live.readLines().find { it.startsWith('Total') }.trim().split(/\\s+/)
            println java.lang.management.ManagementFactory.threadMXBean.threadCount + ' ' + total[2]
            """;

    static Load of(Rest rest) throws IOException, InterruptedException {
        String[] words = rest.script(ASK).split(" ", 2);
        return new Load(Integer.parseInt(words[0]), Long.parseLong(words[1].strip()));
    }

    @Override
    public String toString() {
        return threads + " threads, " + heapBytes / 1000 + " kB";
    }
}
