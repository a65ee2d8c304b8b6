/**
 * The properties view, generated from {@link org.firebreak.core.describe.ModelDescriptions}: one
 * tab a category, one field a property, and every change one step of the design's undo stack.
 *
 * <pre>
 *   PropertiesView ──► PropertyForm (a tab) ──► PropertyField ◄── TextField, ChoiceField, …
 *                └───────────────────────────► EditedElements (what is shown and changed)
 * </pre>
 */
package org.firebreak.ui.properties;
