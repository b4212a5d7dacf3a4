/**
 * Tells style sheets what must be clear before anything is drawn: light or dark, that there are
 * scripts, and whether the address asks for a state of a tool. Loaded first, and waited for: keep
 * it tiny. The reader's own choice of colours (the button in the header) wins over the system's.
 */

/** The choice that was stored; storage may be refused, and then the system's choice does. */
function storedMode() {
  try {
    return localStorage.getItem("mode");
  } catch {
    return null;
  }
}

const mode = storedMode();
const isDarkSystem = matchMedia("(prefers-color-scheme: dark)").matches;
const isDark = mode === "dark" || (mode !== "light" && isDarkSystem);
document.documentElement.dataset.theme = isDark ? "dark" : "light";
document.documentElement.classList.add("js");
document.documentElement.classList.toggle("has-state", location.hash.includes("="));
