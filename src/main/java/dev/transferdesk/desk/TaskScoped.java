package dev.transferdesk.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller below {@code /tasks/{task}}. It gets the task as the model attribute {@code agentTask}, and is
 * never called for one that is not the signed-in agent's own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface TaskScoped {}
