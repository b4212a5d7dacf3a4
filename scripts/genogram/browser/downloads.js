/**
 * Returns a drawing as a picture, twice as large, so that it is sharp in print.
 * @type {(svg: string) => Promise<Blob | null>}
 */
export async function pictureOf(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve);
  });
}

/** Prints the drawing and its words without the rest of the page. */
export function printDrawing() {
  const { classList } = document.documentElement;
  classList.add("kb-genogram-only");
  window.addEventListener("afterprint", () => classList.remove("kb-genogram-only"), { once: true });
  window.print();
}
