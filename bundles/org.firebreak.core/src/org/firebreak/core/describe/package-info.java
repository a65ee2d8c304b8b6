/**
 * How the classes of the model are named, pictured and edited: the one place for labels, icons and
 * properties, used by the window and the command line.
 *
 * <pre>
 *   ModelDescriptions ─┬─ Labels, Details   text of an element
 *                      ├─ Kinds             name and icon of a class
 *                      ├─ EnumTexts         words for literals
 *                      └─ PropertyTables    what can be edited, and how it is written and read
 * </pre>
 */
package org.firebreak.core.describe;
