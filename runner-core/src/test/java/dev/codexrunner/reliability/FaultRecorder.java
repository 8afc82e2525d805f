package dev.codexrunner.reliability;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Hands a {@link Seen} to a {@link Fault} and writes its row down when it is over, also where it failed. */
final class FaultRecorder implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FaultRecorder.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Seen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return seen(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException()
                .filter(TestAbortedException.class::isInstance)
                .isPresent()) {
            return; // Nothing was made, so nothing was seen; the test report names it as skipped.
        }
        Method method = context.getRequiredTestMethod();
        Fault fault = method.getAnnotation(Fault.class);
        Seen seen = seen(context);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("area", fault.area().title());
        row.put("order", List.of(Area.values()).indexOf(fault.area()));
        row.put("fault", name(method, context));
        row.put("made", fault.made());
        row.put("promised", fault.promised());
        seen.exitCode().ifPresent(code -> row.put("exitCode", code));
        row.put("seen", seen.observations());
        row.put("held", context.getExecutionException().isEmpty());
        row.put("test", context.getRequiredTestClass().getSimpleName() + "." + method.getName());
        RunRecords.write("faults", context.getRequiredTestClass().getSimpleName() + "." + context.getUniqueId(), row);
    }

    private static String name(Method method, ExtensionContext context) {
        String sentence = method.getName().replace('_', ' ');
        boolean oneOfMany = context.getUniqueId().contains("[test-template-invocation:");
        return oneOfMany ? sentence + ": " + context.getDisplayName().replaceFirst("^\\[\\d+] ", "") : sentence;
    }

    private static Seen seen(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent("seen", key -> new Seen(), Seen.class);
    }
}
