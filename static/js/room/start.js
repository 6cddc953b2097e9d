/* The room in a page: it comes as a response of its own, with this module. */

import "./actions.js";
import { takeUp } from "./draft.js";
import "./counter.js";
import { wait } from "./news.js";

function start() {
  takeUp();
  wait();
}

document.addEventListener("room-changed", start);
start();
