/** The HTTP API: routes of the template, requests as payload version 2, and the stack's health. */
@NullMarked
package dev.gatehouse.local.edge;

import org.jspecify.annotations.NullMarked;
