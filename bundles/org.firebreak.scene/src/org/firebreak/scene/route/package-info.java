/**
 * Runs lines between boxes at right angles and puts their labels where nothing else stands; fast
 * enough to follow the hand, and the same answer for the same input.
 */
package org.firebreak.scene.route;
