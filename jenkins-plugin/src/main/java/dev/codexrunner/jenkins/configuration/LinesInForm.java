package dev.codexrunner.jenkins.configuration;

import java.lang.reflect.Method;
import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;

/** Forms have a list of texts in one field, a line for each; everything else has a list. */
@Restricted(NoExternalUse.class)
public final class LinesInForm {

    private LinesInForm() {}

    /** The form, with lists for those of the class's properties that are lists. */
    public static JSONObject asLists(JSONObject form, Class<?> describable) {
        for (Method method : describable.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class) && method.getParameterTypes()[0] == List.class) {
                String name = property(method);
                if (form.opt(name) instanceof String lines) {
                    JSONArray texts = new JSONArray();
                    lines.lines().forEach(line -> texts.element((Object) line));
                    form.put(name, texts);
                }
            }
        }
        return form;
    }

    private static String property(Method setter) {
        String name = setter.getName().substring("set".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
