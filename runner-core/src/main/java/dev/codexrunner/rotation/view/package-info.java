/** How a rotation's steps and its state are shown: prose for people, JSON for programs. */
@NullMarked
package dev.codexrunner.rotation.view;

import org.jspecify.annotations.NullMarked;
