
"use strict";
(() => {
  const table = document.getElementById("rows");
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const sortable = heads.filter((head) => head.dataset.sort);
  const rows = Array.from(body.rows);
  const words = document.getElementById("words");
  const column = document.getElementById("column");
  const status = document.getElementById("status");
  const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const count = new Intl.NumberFormat("en");
  const texts = new Map();
  let sorted = "";

  // Behind what is seen of a rounded value stands, for those who listen, the exact one.
  const seen = (cell) =>
    cell.firstChild && cell.querySelector(".x") ? cell.firstChild.data : cell.textContent;

  // What is compared is taken from the cells once for each column.
  const text = (place) => {
    if (!texts.has(place)) {
      texts.set(place, new Map(rows.map((row) => [row, seen(row.cells[place])])));
    }
    return texts.get(place);
  };

  const keys = (place, numeric) =>
    new Map(
      rows.map((row) => {
        const cell = row.cells[place];
        const shown = seen(cell);
        const number = numeric ? parseFloat(cell.dataset.v || shown) : NaN;
        return [row, { missing: shown === "", number: number, shown: shown }];
      })
    );

  // Cells without a value come last in either direction; words come behind numbers.
  const compare = (one, other, sign) => {
    if (one.missing || other.missing) {
      return one.missing - other.missing;
    }
    const words = Number.isNaN(one.number) - Number.isNaN(other.number);
    if (words !== 0) {
      return words;
    }
    const order = Number.isNaN(one.number)
      ? natural.compare(one.shown, other.shown)
      : one.number - other.number;
    return sign * order;
  };

  const tell = () => {
    const left = rows.filter((row) => !row.hidden).length;
    status.textContent =
      count.format(left) + " of " + count.format(rows.length) + " rows" + sorted;
  };

  const sort = (head) => {
    const descending = head.getAttribute("aria-sort") === "ascending";
    const key = keys(heads.indexOf(head), head.dataset.sort === "number");
    const sign = descending ? -1 : 1;
    rows.sort((one, other) => compare(key.get(one), key.get(other), sign));
    sortable.forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    sorted = ", sorted by " + head.textContent + (descending ? ", descending" : ", ascending");
    const all = document.createDocumentFragment();
    rows.forEach((row) => all.appendChild(row));
    body.appendChild(all);
    tell();
  };

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const places = column.value === "" ? sortable.map((head) => heads.indexOf(head)) : [Number(column.value)];
    const cells = places.map(text);
    rows.forEach((row) => {
      const held = cells.map((cell) => cell.get(row)).join("\n").toLowerCase();
      row.hidden = !wanted.every((word) =>
        word.length > 1 && word[0] === "-" ? !held.includes(word.slice(1)) : held.includes(word)
      );
    });
    tell();
  };

  sortable.forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => sort(head));
    column.add(new Option(head.textContent, String(heads.indexOf(head))));
  });
  words.addEventListener("input", filter);
  column.addEventListener("change", filter);
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      words.value = "";
      filter();
    }
  });
  document.getElementById("filter").hidden = rows.length === 0;
  // A browser that goes back to the page may have kept what was typed.
  filter();
})();
