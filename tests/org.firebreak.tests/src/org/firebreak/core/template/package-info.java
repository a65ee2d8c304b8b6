/** Tests of the designs to begin with. */
package org.firebreak.core.template;
