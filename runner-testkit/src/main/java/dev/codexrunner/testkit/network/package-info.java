/** What stands between a runner and its servers, and what goes wrong there, on loopback. */
@NullMarked
package dev.codexrunner.testkit.network;

import org.jspecify.annotations.NullMarked;
