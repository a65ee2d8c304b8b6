/** Tests of the service library. */
package org.firebreak.model.library;
