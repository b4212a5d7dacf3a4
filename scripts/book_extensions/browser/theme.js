/**
 * Chooses light or dark before anything is drawn. Loaded first, and waited for: keep it tiny.
 * The reader's own choice (the button in the header) wins over the system's.
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
