@NullMarked
package dev.codexrunner.credential.identity;

import org.jspecify.annotations.NullMarked;
