package dev.codexrunner.jenkins.whole;

import java.io.IOException;

/**
 * What a controller uses.
 *
 * @param threads alive
 * @param heapBytes in use after a collection
 */
record Load(int threads, long heapBytes) {

    private static final String ASK = """
            def memory = java.lang.management.ManagementFactory.memoryMXBean
            3.times { System.gc(); Thread.sleep(500) }
            println java.lang.management.ManagementFactory.threadMXBean.threadCount + ' ' + memory.heapMemoryUsage.used
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
