package dev.codexrunner.jenkins.configuration;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import hudson.model.ItemGroup;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** What one folder configures. The only class that meets cloudbees-folder, which needn't be installed. */
record FolderSettings(String folder, CodexDefaults defaults, CodexPolicy policy) {

    /** Of the folders around an item, the outermost first. */
    static List<FolderSettings> around(Item item) {
        LinkedList<FolderSettings> settings = new LinkedList<>();
        for (ItemGroup<?> group = item.getParent(); group instanceof Item outer; group = outer.getParent()) {
            if (group instanceof AbstractFolder<?> folder) {
                of(folder).ifPresent(settings::addFirst);
            }
        }
        return settings;
    }

    private static Optional<FolderSettings> of(AbstractFolder<?> folder) {
        return Optional.ofNullable(folder.getProperties().get(CodexFolderConfiguration.class))
                .map(property -> new FolderSettings(
                        folder.getFullName(),
                        property.getDefaults() == null ? new CodexDefaults() : property.getDefaults(),
                        property.getPolicy() == null ? new CodexPolicy() : property.getPolicy()));
    }
}
