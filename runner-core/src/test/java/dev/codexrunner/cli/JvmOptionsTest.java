package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket",
                "-agentpath:/x.so",
                "-javaagent:/x.jar",
                "\"-javaagent:/x.jar\"",
                "-Xrunjdwp",
                "-Dfile.encoding=UTF-8 -XX:+HeapDumpOnOutOfMemoryError",
                "-XX:StartFlightRecording=filename=/x.jfr",
                "-XX:OnError=gcore %p",
                "-XX:-DisableAttachMechanism",
                "-Dcom.sun.management.jmxremote.port=1",
                "-Djavax.net.debug=all",
                "-Djdk.httpclient.HttpClient.log=headers",
                "-Xbootclasspath/a:/x.jar",
                "@/x/arguments",
                "-XX:VMOptionsFile=/x"
            })
    void what_opens_a_process_with_a_secret_is_refused(String options) {
        assertThat(JvmOptions.refusal(Map.of("JAVA_TOOL_OPTIONS", options))).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.POLICY);
            assertThat(failure.what()).contains("JAVA_TOOL_OPTIONS holds").doesNotContain("/x");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-Dfile.encoding=UTF-8",
                "-XX:MaxRAMPercentage=75.0 -XX:+UseContainerSupport",
                "-Xmx512m -Djava.net.preferIPv4Stack=true",
                "-Djavax.net.ssl.trustStore=/etc/pki/java/cacerts",
                "-XX:-HeapDumpOnOutOfMemoryError -XX:+DisableAttachMechanism"
            })
    void what_ci_images_set_passes(String options) {
        assertThat(JvmOptions.refusal(Map.of("JAVA_TOOL_OPTIONS", options, "JDK_JAVA_OPTIONS", options)))
                .isEmpty();
    }

    @Test
    void all_of_it_is_named_at_once() {
        assertThat(JvmOptions.refusal(Map.of("JDK_JAVA_OPTIONS", "-javaagent:a", "_JAVA_OPTIONS", "-Xdebug")))
                .hasValueSatisfying(failure -> assertThat(failure.what())
                        .contains("JDK_JAVA_OPTIONS holds -javaagent,", "_JAVA_OPTIONS holds -Xdebug,"));
    }
}
