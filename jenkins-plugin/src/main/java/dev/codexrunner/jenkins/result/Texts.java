package dev.codexrunner.jenkins.result;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** This package's texts, from Texts.properties, in the controller's language: the package knows no Jenkins to ask for another. */
final class Texts {

    private static final String BUNDLE = "dev.codexrunner.jenkins.result.Texts";

    private Texts() {}

    /** @param values what stands for {0} and so on */
    static String of(String key, Object... values) {
        return MessageFormat.format(ResourceBundle.getBundle(BUNDLE).getString(key), values);
    }
}
