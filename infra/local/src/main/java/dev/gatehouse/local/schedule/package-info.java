/** Schedules of functions, in EventBridge's rate and cron expressions. */
@NullMarked
package dev.gatehouse.local.schedule;

import org.jspecify.annotations.NullMarked;
