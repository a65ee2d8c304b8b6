/** Default diagrams and automatic layout by the layered algorithm of ELK. */
package org.firebreak.scene.layout;
