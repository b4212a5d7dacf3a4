// Chooses light or dark before anything is drawn. Loaded first, and waited for: keep it tiny.
// The reader's own choice (the button in the header) wins over the system's.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("mode");
  } catch {
    // Storage may be refused; the system's choice does.
  }
  const dark =
    chosen === "dark" ||
    (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.classList.add("js");
})();
