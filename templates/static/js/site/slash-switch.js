// Whether the key `/` opens the search. It can be switched off for those whose voice or keys send it by chance.

const KEY = "distillate.slash";

export function isSlashOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true; // no storage, nothing switched off
  }
}

// Whether that could be stored.
/** @type {(on: boolean) => boolean} */
export function switchSlash(on) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
    return true;
  } catch {
    return false;
  }
}
