// Texts whose contrast with what is behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3), in window.pale.
const canvas = (color) => (color.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
const light = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ground = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const color = canvas(getComputedStyle(e).backgroundColor);
    if (color.length === 3 || color[3] > 0) {
      return color;
    }
  }
  return [255, 255, 255];
};
window.pale = Array.from(document.body.querySelectorAll("*"))
  .filter((e) => !(e instanceof SVGElement) && e.tagName !== "SCRIPT")
  .filter((e) => Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim() !== ""))
  .map((e) => {
    const pair = [light(canvas(getComputedStyle(e).color)), light(ground(e))].sort((a, b) => b - a);
    return [(pair[0] + 0.05) / (pair[1] + 0.05), e.tagName + " " + e.className + " " + e.textContent.slice(0, 30)];
  })
  .filter(([ratio]) => ratio < 4.5)
  .map(([ratio, what]) => ratio.toFixed(2) + " " + what);
