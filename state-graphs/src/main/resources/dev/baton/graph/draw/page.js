"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const main = document.querySelector("main");
  const svg = document.getElementById("graph");
  const scene = document.getElementById("scene");
  const panel = document.getElementById("panel");
  const width = svg.viewBox.baseVal.width;
  const height = svg.viewBox.baseVal.height;
  const nodes = data.nodes.map((_, i) => document.getElementById("n" + i));
  const edges = data.edges.map((_, i) => document.getElementById("e" + i));
  const edgesOf = data.nodes.map(() => []);
  data.edges.forEach((edge, i) => {
    edgesOf[edge.from].push(i);
    if (edge.to !== edge.from) edgesOf[edge.to].push(i);
  });

  // What is seen: the scene's scale, and where its corner is in the window.
  let scale = 1, left = 0, top = 0;
  svg.removeAttribute("viewBox");
  const show = () => scene.setAttribute("transform", `translate(${left} ${top}) scale(${scale})`);
  const zoom = (factor, x = main.clientWidth / 2, y = main.clientHeight / 2) => {
    const next = Math.min(8, Math.max(0.02, scale * factor));
    left = x - (x - left) * next / scale;
    top = y - (y - top) * next / scale;
    scale = next;
    show();
  };
  const fit = () => {
    scale = Math.min(1.5, main.clientWidth / width, main.clientHeight / height);
    left = (main.clientWidth - width * scale) / 2;
    top = Math.max(0, (main.clientHeight - height * scale) / 2);
    show();
  };
  // At a size that can be read, the first state in sight.
  const begin = () => {
    fit();
    if (scale < 0.5) {
      scale = 0.9;
      center(0);
      top = 40 - nodes[0].getBBox().y * scale;
      show();
    }
  };
  const center = (n) => {
    const box = nodes[n].getBBox();
    left = main.clientWidth / 2 - (box.x + box.width / 2) * scale;
    top = main.clientHeight / 2 - (box.y + box.height / 2) * scale;
    show();
  };
  const inSight = (n) => {
    const box = nodes[n].getBoundingClientRect();
    const frame = main.getBoundingClientRect();
    return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  };

  let chosen = -1;
  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const list = (entries) => {
    const dl = element("dl");
    for (const [name, value] of entries) dl.append(element("dt", name), element("dd", value));
    return dl;
  };
  const steps = (title, way, numbers) => {
    if (numbers.length === 0) return;
    const ul = element("ul");
    for (const i of numbers) {
      const there = data.edges[i][way];
      const button = element("button", data.edges[i].labels.join("\n") + (way === "to" ? " → " : " ← ") + there);
      button.style.whiteSpace = "pre-wrap";
      button.addEventListener("click", () => go(there));
      const item = element("li");
      item.append(button);
      ul.append(item);
    }
    panel.append(element("h3", title), ul);
  };
  const tell = (n) => {
    panel.replaceChildren();
    if (n < 0) {
      panel.append(element("h2", data.nodes.length + (data.nodes.length === 1 ? " node" : " nodes")));
    } else {
      const node = data.nodes[n];
      panel.append(element("h2", "State " + node.heading));
      if (node.properties.length > 0) panel.append(element("h3", "Properties"), list(node.properties));
      panel.append(element("h3", node.states > 1 ? "What its states have in common" : "The state"), list(node.whole));
      steps("Steps from here", "to", edgesOf[n].filter((i) => data.edges[i].from === n));
      steps("Steps to here", "from", edgesOf[n].filter((i) => data.edges[i].to === n));
    }
    if (data.constant.length > 0) {
      const details = element("details");
      details.append(element("summary", "The same in all states"), list(data.constant));
      panel.append(element("h3", ""), details);
    }
    const keys = element("p", "Tab: from state to state. Enter: choose. Escape: none. Arrows: move. + − 0: zoom, fit.");
    keys.className = "keys";
    panel.append(keys);
  };
  const near = (n) => {
    for (const marked of scene.querySelectorAll(".near")) marked.classList.remove("near");
    if (n < 0) return;
    for (const i of edgesOf[n]) {
      edges[i].classList.add("near");
      nodes[data.edges[i].from].classList.add("near");
      nodes[data.edges[i].to].classList.add("near");
    }
  };
  const look = (n) => {
    tell(n);
    near(n);
  };
  const choose = (n) => {
    if (chosen >= 0) nodes[chosen].classList.remove("chosen");
    chosen = n;
    if (n >= 0) nodes[n].classList.add("chosen");
    look(n);
  };
  const go = (n) => {
    choose(n);
    if (!inSight(n)) center(n);
    nodes[n].focus({preventScroll: true});
  };

  let moved = false;
  nodes.forEach((node, n) => {
    node.addEventListener("click", () => { if (!moved) choose(n); });
    node.addEventListener("mouseenter", () => look(n));
    node.addEventListener("mouseleave", () => look(chosen));
    node.addEventListener("focus", () => {
      main.scrollTo(0, 0);
      look(n);
      if (!inSight(n)) center(n);
    });
    node.addEventListener("blur", () => look(chosen));
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(n);
      }
    });
  });

  let from = null;
  main.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.button === 0) from = {x: event.clientX, y: event.clientY, left, top};
  });
  addEventListener("pointermove", (event) => {
    if (from === null) return;
    const x = event.clientX - from.x;
    const y = event.clientY - from.y;
    if (!moved && Math.hypot(x, y) < 4) return;
    moved = true;
    main.classList.add("moving");
    left = from.left + x;
    top = from.top + y;
    show();
  });
  const drop = () => {
    from = null;
    main.classList.remove("moving");
  };
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);
  main.addEventListener("click", (event) => {
    if (!moved && !event.target.closest(".node")) choose(-1);
  });
  main.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = main.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.clientX - frame.left, event.clientY - frame.top);
  }, {passive: false});

  const find = document.getElementById("find");
  const found = document.getElementById("found");
  let hits = [];
  const search = () => {
    const words = find.value.toLowerCase();
    const hit = (texts) => texts.some((text) => text.toLowerCase().includes(words));
    hits = [];
    data.nodes.forEach((node, n) => {
      const is = words === "" || hit([node.heading, ...node.whole.map(([name, value]) => name + ": " + value)]);
      nodes[n].classList.toggle("missed", !is);
      if (is) hits.push(n);
    });
    edges.forEach((edge) => edge.classList.toggle("missed", words !== ""));
    found.textContent = words === "" ? "" : hits.length + " found";
  };
  find.addEventListener("input", search);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && hits.length > 0) go(hits[(hits.indexOf(chosen) + 1) % hits.length]);
  });

  document.getElementById("in").addEventListener("click", () => zoom(1.25));
  document.getElementById("out").addEventListener("click", () => zoom(0.8));
  document.getElementById("fit").addEventListener("click", fit);
  const keys = {
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(0.8),
    "0": fit,
    "Escape": () => choose(-1),
    "ArrowLeft": () => { left += 60; show(); },
    "ArrowRight": () => { left -= 60; show(); },
    "ArrowUp": () => { top += 60; show(); },
    "ArrowDown": () => { top -= 60; show(); },
  };
  addEventListener("keydown", (event) => {
    const inField = event.target === find;
    if (event.ctrlKey || event.metaKey || event.altKey || (inField && event.key !== "Escape")) return;
    if (panel.contains(event.target) && event.key.startsWith("Arrow")) return;
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  tell(-1);
  begin();
})();
