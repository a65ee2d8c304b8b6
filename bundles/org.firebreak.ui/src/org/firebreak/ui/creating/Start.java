package org.firebreak.ui.creating;

import org.firebreak.core.template.Template;

/** What a new design begins with. */
sealed interface Start {

  /** Nothing. */
  record Blank() implements Start {}

  /** A template. */
  record From(Template template) implements Start {}

  /** An inventory, a port matrix or both. */
  record Files() implements Start {}
}
