/** What somebody asks of us, and what becomes of it. */
@NullMarked
package dev.gatehouse.assistant.request;

import org.jspecify.annotations.NullMarked;
