// What every page does.

import "./site/slash.js";
import "./site/copy.js";
import "./site/around.js";
import "./keep/buttons.js";
