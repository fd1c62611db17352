// What every page does.

import "./keep/buttons.js";
import "./site/around.js";
import "./site/copy.js";
import { keepForOffline } from "./site/keep.js";
import "./site/slash.js";

const IDLE = 3000; // ms after the page stands: nobody waits for this

addEventListener("load", () => setTimeout(keepForOffline, IDLE));
