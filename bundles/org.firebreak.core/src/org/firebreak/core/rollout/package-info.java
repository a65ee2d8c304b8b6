/** In which order a policy is put into force, and how its effect is checked afterwards. */
package org.firebreak.core.rollout;
