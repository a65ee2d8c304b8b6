/** Opening designs: files, samples, recent files. */
package org.firebreak.ui.files;
