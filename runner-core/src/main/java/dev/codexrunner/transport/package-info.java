/** HTTP clients, proxies, diagnosis of broken connections, and retry. */
@NullMarked
package dev.codexrunner.transport;

import org.jspecify.annotations.NullMarked;
