package org.firebreak.core.validation;

import java.util.function.Consumer;

/**
 * A change that mends a finding. It speaks of elements by their ids, so that it can be made from a
 * copy of a design, tried on another, and applied to the one that is open.
 *
 * @param label what it does, as menus and Undo show it: {@code Narrow web → db to tcp/5432}
 * @param safe whether it may be applied without being looked at: what the design permits stays the
 *     same, and nothing that somebody entered is lost
 * @param change does it, inside one {@link org.firebreak.core.edit.ModelEdit edit}; throws {@link
 *     OutdatedFixException} before it changes anything if the design has changed so that it no
 *     longer applies
 */
public record Fix(String label, boolean safe, Consumer<DesignElements> change) {}
