/**
 * Discord's REST API: a stack of small decorators over an HTTP client, and typed calls on top;
 * every call blocks, so make it on a virtual thread.
 */
@NullMarked
package dev.gatehouse.discord.rest;

import org.jspecify.annotations.NullMarked;
