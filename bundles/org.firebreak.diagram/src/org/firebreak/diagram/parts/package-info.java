/**
 * Edit parts: what on a diagram can be selected and edited. They hold no state: the scene says how
 * they look, the model what they are.
 */
package org.firebreak.diagram.parts;
