package dev.transferdesk.settings;

/**
 * An administrator has changed something at this process, and it holds from now on.
 *
 * @param name under which it is stored
 */
public record SettingChanged(String name) {}
