// Makes the picture answer: hover, search, keyboard, a panel with the clause, folding of boxes with rows.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const say = data.words, about = data.nodes;
  const svg = document.querySelector("figure svg"), panel = document.getElementById("panel");
  const all = document.getElementById("fold"), READABLE = 0.7;
  const search = document.getElementById("search"), count = document.getElementById("count");
  const parts = [...svg.querySelectorAll("[data-key]")];
  const byKey = new Map(parts.map((part) => [part.dataset.key, part]));
  const edges = [...svg.querySelectorAll("g.edge")];
  document.documentElement.classList.add("scripted");
  svg.setAttribute("role", "group");

  const make = (name, text, parent) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };
  // What is pressed: the head of a box with rows, which are pressed themselves; else the part.
  const handleOf = (part) => (part.querySelector(":scope > g.row") && part.querySelector(":scope > .words")) || part;
  const neighbours = (part) => {
    const near = new Set([part]);
    const ids = new Set([part.id, ...[...part.querySelectorAll("[data-key]")].map((row) => row.id)]);
    for (const edge of edges) {
      const {source, target} = edge.dataset;
      if (!ids.has(source) && !ids.has(target)) continue;
      near.add(edge);
      for (const id of [source, target]) near.add(document.getElementById(id));
    }
    part.querySelectorAll("[data-key]").forEach((row) => near.add(row));
    return near;
  };
  const light = (part) => {
    svg.querySelectorAll(".near").forEach((one) => one.classList.remove("near"));
    svg.classList.toggle("dim", Boolean(part));
    if (part) neighbours(part).forEach((one) => one && one.classList.add("near"));
  };

  const show = (key) => {
    const told = about[key], part = byKey.get(key);
    if (!told || !part) return;
    svg.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    part.classList.add("chosen");
    panel.replaceChildren();
    panel.hidden = false;
    const close = make("button", say.close, panel);
    close.type = "button";
    close.className = "close";
    close.addEventListener("click", hide);
    make("h2", told.label, panel);
    const list = make("dl", "", panel);
    for (const [term, value] of told.facts) {
      make("dt", term, list);
      const place = make("dd", "", list);
      if (term === say.text) make("blockquote", value, place); else place.textContent = value;
    }
    if (told.links.length) {
      make("dt", say.links, list);
      const place = make("dd", "", list);
      for (const [other, words] of told.links) {
        const button = make("button", words, place);
        button.className = "link";
        button.type = "button";
        button.addEventListener("click", () => { go(other); });
      }
    }
  };
  const hide = () => {
    panel.hidden = true;
    const chosen = svg.querySelector(".chosen");
    if (!chosen) return;
    chosen.classList.remove("chosen");
    if (panel.contains(document.activeElement) || document.activeElement === document.body) handleOf(chosen).focus({preventScroll: true});
  };
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) hide(); });
  const go = (key) => {
    const part = byKey.get(key);
    if (!part) return;
    const box = part.closest("g.node.folded");
    if (box && box !== part) fold(box);
    show(key);
    part.scrollIntoView({block: "nearest", inline: "nearest"});
    handleOf(part).focus({preventScroll: true});
  };

  // Folding: the rows of a box disappear, the boxes below it in its column move up, lines follow.
  const height = (part) => part.querySelector(":scope > rect.shape").height.baseVal.value;
  const boxOf = (part) => part.querySelector(":scope > rect.shape");
  const shift = new Map();
  const rowsOf = (node) => [...node.querySelectorAll(":scope > g.row")];
  const place = () => {
    const columns = new Map();
    for (const node of svg.querySelectorAll("g.node")) {
      const rect = boxOf(node);
      if (!rect) continue;
      const left = `${node.dataset.band} ${rect.x.baseVal.value}`;
      if (!columns.has(left)) columns.set(left, []);
      columns.get(left).push(node);
    }
    for (const nodes of columns.values()) {
      let up = 0;
      nodes.sort((one, other) => boxOf(one).y.baseVal.value - boxOf(other).y.baseVal.value);
      for (const node of nodes) {
        node.setAttribute("transform", `translate(0 ${-up})`);
        shift.set(node.id, up);
        if (node.classList.contains("folded")) {
          up += rowsOf(node).reduce((sum, row) => sum + height(row), 0);
        }
      }
    }
    edges.forEach(follow);
  };
  const end = (id) => {
    const part = document.getElementById(id), node = part.closest("g.node");
    const rect = boxOf(part), up = shift.get(node.id) || 0, box = boxOf(node);
    const y = node.classList.contains("folded")
      ? box.y.baseVal.value + 14 : rect.y.baseVal.value + rect.height.baseVal.value / 2;
    return {left: rect.x.baseVal.value, right: rect.x.baseVal.value + rect.width.baseVal.value, y: y - up};
  };
  const follow = (edge) => {
    const from = end(edge.dataset.source), to = end(edge.dataset.target);
    const head = edge.querySelector("polygon"), stop = to.left - (head ? 9 : 0), middle = (from.right + stop) / 2;
    edge.querySelector("path").setAttribute("d",
      `M${from.right} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${stop} ${to.y}`);
    if (head) head.setAttribute("points",
      `${to.left},${to.y} ${to.left - 9},${to.y - 4} ${to.left - 9},${to.y + 4}`);
  };
  const fold = (node) => {
    const rows = rowsOf(node);
    if (!rows.length) return;
    const folded = node.classList.toggle("folded"), rect = boxOf(node);
    rows.forEach((row) => row.classList.toggle("hidden", folded));
    if (!node.dataset.height) node.dataset.height = rect.height.baseVal.value;
    const hidden = rows.reduce((sum, row) => sum + height(row), 0);
    rect.setAttribute("height", folded ? node.dataset.height - hidden : node.dataset.height);
    handleOf(node).setAttribute("aria-expanded", String(!folded));
    all.textContent = foldable.every((one) => one.classList.contains("folded")) ? say.unfold : say.fold;
    place();
  };

  const foldable = [...svg.querySelectorAll("g.node")].filter((node) => rowsOf(node).length);
  for (const part of parts) {
    const told = about[part.dataset.key], handle = handleOf(part);
    handle.setAttribute("tabindex", "0");
    handle.setAttribute("role", "button");
    if (told) handle.setAttribute("aria-label", told.name);
    if (handle !== part) part.setAttribute("role", "group");
    part.addEventListener("mouseenter", () => light(part));
    part.addEventListener("mouseleave", () => light(null));
    handle.addEventListener("focus", () => light(part));
    handle.addEventListener("blur", () => light(null));
    part.addEventListener("click", (event) => { event.stopPropagation(); show(part.dataset.key); });
    handle.addEventListener("keydown", (event) => key(event, part));
  }
  for (const node of foldable) {
    const head = handleOf(node);
    head.setAttribute("aria-expanded", "true");
    head.addEventListener("dblclick", () => fold(node));
  }
  const key = (event, part) => {
    const visible = parts.filter((one) => !one.closest(".hidden")), at = visible.indexOf(part);
    if (event.key === "Enter") show(part.dataset.key);
    else if (event.key === " ") { const node = part.closest("g.node"); if (foldable.includes(node)) { fold(node); handleOf(node).focus(); } }
    else if (event.key === "ArrowDown" && visible[at + 1]) handleOf(visible[at + 1]).focus();
    else if (event.key === "ArrowUp" && visible[at - 1]) handleOf(visible[at - 1]).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const plain = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  let found = [], at = -1;
  const look = () => {
    const asked = plain(search.value);
    svg.querySelectorAll(".found").forEach((one) => one.classList.remove("found"));
    found = asked ? parts.filter((part) => plain((about[part.dataset.key] || {search: ""}).search).includes(asked)) : [];
    found.forEach((part) => part.classList.add("found"));
    at = -1;
    count.textContent = asked ? `${say.found}: ${found.length}` : "";
  };
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; look(); }
    if (event.key === "Enter" && found.length) {
      event.preventDefault();
      at = (at + 1) % found.length;
      const part = found[at], box = part.closest("g.node.folded");
      if (box && box !== part) fold(box);
      show(part.dataset.key);
      part.scrollIntoView({block: "center", inline: "nearest"});
    }
  });
  if (!foldable.length) all.remove();
  else all.addEventListener("click", () => {
    const open = foldable.some((node) => !node.classList.contains("folded"));
    foldable.filter((node) => node.classList.contains("folded") !== open).forEach(fold);
  });
  // A picture is made smaller to fit the window only as long as it can be read then.
  const fit = document.getElementById("fit"), figure = document.querySelector("figure");
  const fitted = (whole) => {
    figure.classList.toggle("fit", whole);
    fit.setAttribute("aria-pressed", String(whole));
  };
  fitted(figure.clientWidth >= READABLE * svg.viewBox.baseVal.width);
  fit.addEventListener("click", () => fitted(!figure.classList.contains("fit")));
})();
